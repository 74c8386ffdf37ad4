import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { showWeeks } from '../../../functions/domain/measure/shown-weeks.ts';
import { type Brought, provinceFrom, week } from './histories.ts';

type Communes = readonly (readonly (number | Brought)[])[];

const weeksOf = (communes: Communes, at: number, audience: Audience = 'province') =>
  showWeeks({ ...provinceFrom(communes), at: week(at), audience }) ?? [];

/** What is told of each week of which anything is. */
const told = (communes: Communes, at: number, audience?: Audience) =>
  weeksOf(communes, at, audience)
    .filter(({ rated }) => rated !== null)
    .map(({ week: each, rated, satisfied, communes: count }) => [each, rated, satisfied, count]);

describe('a province over time', () => {
  it('is for the province and the operator', () => {
    const view = { ...provinceFrom([[100]]), at: week(0) };
    expect(showWeeks({ ...view, audience: 'public' })).toBeNull();
    expect(showWeeks({ ...view, audience: 'commune' })).toBeNull();
  });

  it('is thirteen weeks, the asked one the last', () => {
    const shown = weeksOf([[100]], 0).map((each) => each.week);
    expect([shown.length, shown.at(-1)]).toEqual([13, week(0)]);
  });

  it('adds up the blocks that ended in a week', () => {
    // The second commune needs two weeks for a block.
    const communes = [
      [{ rated: 40, unhappy: 4 }, 40],
      [{ rated: 5, unhappy: 5 }, 30],
    ];
    expect(told(communes, 1)).toEqual([
      [week(0), 40, 36, 1],
      [week(1), 75, 70, 2],
    ]);
  });

  it('looks no further back than the 13 weeks that a block ends, to see whether there are enough', () => {
    const lonely = (count: number) => Array.from({ length: count }, (_, n) => (n === count - 1 ? 10 : 0));
    const weeksTold = (weeks: number[]) => told([weeks], weeks.length - 1).map(([each]) => each);
    // The last block is of so many weeks; the one before it brings enough or is out of reach.
    expect(weeksTold([40, ...lonely(12)])).toEqual([week(0), week(12)]);
    expect(weeksTold([40, ...lonely(13)])).toEqual([]);
    expect(weeksTold([40, ...lonely(7), ...lonely(7)])).toEqual([week(7)]);
  });

  it('says of a week with under 30 answers only how many, and of one without any nothing', () => {
    const [shown] = weeksOf([[40, 10, 0]], 2).slice(-2);
    expect(shown).toMatchObject({ rated: 10, satisfied: null, satisfactionRate: null, low: null });
    expect(weeksOf([[40, 10, 0]], 2).at(-1)).toMatchObject({ rated: null, communes: 0 });
  });

  it('leaves out a commune while its rate is hidden, and takes it in from then on', () => {
    const communes = [
      [100, 100, 100],
      [15, 14, 12],
    ];
    expect(told(communes, 2)).toEqual([
      [week(0), 100, 100, 1],
      [week(1), 100, 100, 1],
      [week(2), 112, 112, 2],
    ]);
  });

  it('is of all communes week by week for the operator', () => {
    const communes = [
      [100, 3],
      [0, 4],
    ];
    expect(told(communes, 1, 'operator').slice(-2)).toEqual([
      [week(0), 100, 100, 1],
      [week(1), 7, 7, 2],
    ]);
  });
});

/** Communes of every size around the thresholds. */
const someCommunes = fc.array(
  fc.array(fc.constantFrom(0, 1, 4, 9, 10, 11, 25, 40), { minLength: 18, maxLength: 18 }),
  { minLength: 1, maxLength: 5 },
);

describe('what a province is told over time', () => {
  it('never changes with later weeks', () => {
    fc.assert(
      fc.property(someCommunes, fc.integer({ min: 0, max: 4 }), (communes, later) => {
        const known = new Map(weeksOf(communes, 13 + later).map((each) => [each.week, each]));
        for (const each of weeksOf(communes, 13)) {
          expect(known.get(each.week) ?? each).toEqual(each);
        }
      }),
    );
  });

  it('is in each week nobody, or ten answers and more', () => {
    fc.assert(
      fc.property(someCommunes, (communes) => {
        for (const { rated } of weeksOf(communes, 17)) expect(rated ?? 10).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it('says nothing of a commune whose rate is hidden all the time: not that it is there, not how it was rated', () => {
    // At most 29 answers in all, so never 30 in a window.
    const hidden = fc.array(fc.constantFrom(0, 1, 2, 9), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(someCommunes, hidden, fc.boolean(), (communes, few, isUnhappy) => {
        const quiet = few.map((rated) => ({ rated, unhappy: isUnhappy ? rated : 0 }));
        expect(told([...communes, quiet], 17)).toEqual(told(communes, 17));
      }),
    );
  });

  it('tells by taking one commune away a block of at least ten answers of it', () => {
    fc.assert(
      fc.property(someCommunes, (communes) => {
        const all = weeksOf(communes, 17);
        const others = weeksOf(communes.slice(1), 17);
        all.forEach((each, index) => {
          const own = (each.rated ?? 0) - (others[index]?.rated ?? 0);
          expect(own === 0 || own >= 10).toBe(true);
        });
      }),
    );
  });
});
