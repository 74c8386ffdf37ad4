import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { flags, isExcluded } from '../../functions/domain/flags.ts';
import {
  channels,
  criteria,
  factNames,
  facts,
  languages,
  procedures,
  ratings,
} from '../../functions/domain/questionnaire.ts';
import {
  addTallies,
  allResponses,
  Detail,
  emptyTally,
  type RatingCounts,
  Summary,
  sum,
  type Tally,
  tallyOf,
} from '../../functions/domain/tally.ts';

type Answer = Parameters<typeof tallyOf>[0];

const desks = Array.from({ length: 20 }, (_, i) => newDeskCode(new Uint8Array(7).fill(i)));
const rating = fc.constantFrom(...ratings);

const answer: fc.Arbitrary<Answer> = fc.record({
  channel: fc.constantFrom(...channels),
  flags: fc.subarray([...flags]),
  overall: rating,
  criteria: fc.dictionary(fc.constantFrom(...criteria), fc.oneof(rating, fc.constant('na' as const))),
  facts: fc.record(
    {
      visits: fc.constantFrom(...facts.visits),
      timeliness: fc.constantFrom(...facts.timeliness),
      extra_payment: fc.constantFrom(...facts.extra_payment),
      harassment: fc.constantFrom(...facts.harassment),
    },
    { requiredKeys: [] },
  ),
  language: fc.constantFrom(...languages),
  questionnaire: fc.constantFrom(1, 2),
  desk: fc.constantFrom(...desks),
  procedure: fc.option(fc.constantFrom(...procedures), { nil: undefined }),
});

const count = fc.nat({ max: 5_000 });
const ratingCounts: fc.Arbitrary<RatingCounts> = fc.tuple(count, count, count, count, count);
const counts = (...names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), count);
const byName = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...names), value);

/** Any tally, also one that no set of answers gives. */
const tally: fc.Arbitrary<Tally> = fc.record({
  summary: fc.record({
    counted: ratingCounts,
    flagged: ratingCounts,
    assisted: ratingCounts,
    flags: counts(...flags),
    channels: counts(...channels),
  }),
  detail: fc.record({
    criteria: byName(criteria, fc.record({ ratings: ratingCounts, notApplicable: count })),
    facts: byName(factNames, counts('no', 'yes', '1', 'late')),
    languages: counts(...languages),
    questionnaires: counts('1', '2'),
    desks: byName(desks, ratingCounts),
    procedures: byName(procedures, ratingCounts),
  }),
});

const tallyOfAll = (answers: readonly Answer[]): Tally => answers.map(tallyOf).reduce(addTallies, emptyTally);

describe('adding tallies', () => {
  it('is associative', () => {
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        expect(addTallies(addTallies(a, b), c)).toEqual(addTallies(a, addTallies(b, c)));
      }),
    );
  });

  it('is commutative', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(addTallies(a, b)).toEqual(addTallies(b, a));
      }),
    );
  });

  it('changes nothing when one is empty', () => {
    fc.assert(
      fc.property(tally, (a) => {
        expect(addTallies(a, emptyTally)).toEqual(a);
      }),
    );
  });

  it('gives the tally of all answers, however they are split and in whatever order', () => {
    const split = fc
      .array(answer, { maxLength: 40 })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.nat({ max: all.length }),
        ),
      );
    fc.assert(
      fc.property(split, ([all, shuffled, at]) => {
        const parts = addTallies(tallyOfAll(shuffled.slice(at)), tallyOfAll(shuffled.slice(0, at)));
        expect(parts).toEqual(tallyOfAll(all));
      }),
    );
  });
});

const good: Answer = {
  channel: 'qr',
  flags: [],
  overall: 5,
  criteria: { attitude: 4, waiting: 'na' },
  facts: { visits: '2', harassment: 'no' },
  language: 'en',
  questionnaire: 1,
  desk: desks[3] ?? newDeskCode(new Uint8Array(7)),
  procedure: 'residence',
};

describe('an answer counts', () => {
  it.each(ratings)('once under its rating, %i', (overall) => {
    expect(tallyOf({ ...good, overall }).summary.counted).toEqual(
      ratings.map((each) => Number(each === overall)),
    );
  });

  it('in every part of the detail', () => {
    expect(tallyOf(good).detail).toEqual({
      criteria: {
        attitude: { ratings: [0, 0, 0, 1, 0], notApplicable: 0 },
        waiting: { ratings: [0, 0, 0, 0, 0], notApplicable: 1 },
      },
      facts: { visits: { '2': 1 }, harassment: { no: 1 } },
      languages: { en: 1 },
      questionnaires: { '1': 1 },
      desks: { [good.desk]: [0, 0, 0, 0, 1] },
      procedures: { residence: [0, 0, 0, 0, 1] },
    });
  });

  it('under its channel', () => {
    expect(tallyOf({ ...good, channel: 'kiosk' }).summary.channels).toEqual({ kiosk: 1 });
  });

  it.each(['late', 'straight_lined'] as const)('fully when it is %s', (flag) => {
    expect(tallyOf({ ...good, flags: [flag] })).toEqual({
      ...tallyOf(good),
      summary: { ...tallyOf(good).summary, flags: { [flag]: 1 } },
    });
  });

  it.each(['burst', 'too_fast', 'closed_hours'] as const)('apart when it is doubted for %s', (flag) => {
    expect(tallyOf({ ...good, flags: [flag] })).toEqual({
      summary: { ...emptyTally.summary, flagged: [0, 0, 0, 0, 1], flags: { [flag]: 1 } },
      detail: emptyTally.detail,
    });
  });

  it('apart when staff entered it, flagged or not', () => {
    const { summary, detail } = tallyOf({ ...good, channel: 'assisted', flags: ['burst'] });
    expect([summary.assisted, summary.counted, summary.flagged, detail]).toEqual([
      [0, 0, 0, 0, 1],
      emptyTally.summary.counted,
      emptyTally.summary.flagged,
      emptyTally.detail,
    ]);
  });
});

describe('of any set of answers', () => {
  const answers = fc.array(answer, { maxLength: 60 });

  it('every one is in exactly one of counted, flagged and assisted', () => {
    fc.assert(fc.property(answers, (all) => allResponses(tallyOfAll(all).summary) === all.length));
  });

  it('the counted ones are those of citizens without an excluding flag', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const isCounted = (each: Answer): boolean => each.channel !== 'assisted' && !isExcluded(each.flags);
        return sum(tallyOfAll(all).summary.counted) === all.filter(isCounted).length;
      }),
    );
  });

  it('the desks together have the counted ones', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const { summary, detail } = tallyOfAll(all);
        return (
          Object.values(detail.desks).reduce((total, desk) => total + sum(desk), 0) === sum(summary.counted)
        );
      }),
    );
  });

  it('the stored form can be read again', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const { summary, detail } = tallyOfAll(all);
        expect([Summary.parse(summary), Detail.parse(detail)]).toEqual([summary, detail]);
      }),
    );
  });
});
