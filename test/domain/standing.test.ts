import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/day.ts';
import { type Circumstances, type StandingTally, standingAfter } from '../../functions/domain/standing.ts';
import {
  addRatings,
  emptyTally,
  type RatingCounts,
  type Tally,
  tallyOf,
} from '../../functions/domain/tally.ts';
import type { WeekStatus } from '../../functions/domain/week-life.ts';
import { sampleResponse } from '../support/samples.ts';

const today = dayOf(new Date('2026-12-20T01:30+07:00'));
const earlier = dayOf(new Date('2026-12-10T01:30+07:00'));
const atNight = (status: WeekStatus): Circumstances => ({ status, today, atOnce: false });
const asked = (status: WeekStatus): Circumstances => ({ status, today, atOnce: true });

const some: Tally = {
  ...tallyOf(sampleResponse()),
  summary: { ...emptyTally.summary, counted: [0, 0, 0, 0, 20] },
};
const and = (
  { summary, detail }: Tally,
  more: { counted?: RatingCounts; flagged?: RatingCounts; assisted?: RatingCounts },
): Tally => ({
  detail,
  summary: {
    ...summary,
    counted: addRatings(summary.counted, more.counted ?? [0, 0, 0, 0, 0]),
    flagged: addRatings(summary.flagged, more.flagged ?? [0, 0, 0, 0, 0]),
    assisted: addRatings(summary.assisted, more.assisted ?? [0, 0, 0, 0, 0]),
  },
});
const stored = (status: WeekStatus, about: Partial<StandingTally> = {}): StandingTally => ({
  ...some,
  status,
  revision: status === 'closed' ? 1 : 0,
  isWhole: true,
  ...about,
});

describe('a tally that is counted first', () => {
  it.each([
    ['open', 0],
    ['provisional', 0],
    ['closed', 1],
  ] as const)('in an %s week has revision %i', (status, revision) => {
    expect(standingAfter(undefined, some, atNight(status))).toEqual({ status, revision });
  });

  it('is not stored when there is nothing to count', () => {
    expect(standingAfter(undefined, emptyTally, asked('closed'))).toBeUndefined();
  });
});

describe('a closed week', () => {
  const changed = and(some, { counted: [1, 0, 0, 0, 0] });

  it('is closed by its first count after it closed, with revision 1, changed or not', () => {
    for (const counted of [some, changed]) {
      for (const before of ['open', 'provisional'] as const) {
        expect(standingAfter(stored(before), counted, atNight('closed'))).toEqual({
          status: 'closed',
          revision: 1,
        });
      }
    }
  });

  it('keeps its revision and its day when nothing has changed', () => {
    const before = stored('closed', { revision: 3, revisedOn: earlier });
    expect(standingAfter(before, some, asked('closed'))).toEqual({
      status: 'closed',
      revision: 3,
      revisedOn: earlier,
    });
  });

  it.each([
    ['one rating', changed],
    ['a detail alone', { ...some, detail: tallyOf(sampleResponse({ language: 'en' })).detail }],
    ['every answer, which are gone,', emptyTally],
  ])('rises by one, on the day, when %s changes', (_, counted) => {
    const before = stored('closed', { revision: 3, revisedOn: earlier });
    expect(standingAfter(before, counted, atNight('closed'))).toEqual({
      status: 'closed',
      revision: 4,
      revisedOn: today,
    });
  });

  it('does not rise when only the detail is missing, which a killed run did not write', () => {
    const before = stored('closed', { isWhole: false, detail: emptyTally.detail });
    expect(standingAfter(before, some, asked('closed'))).toMatchObject({ revision: 1 });
  });

  it.each(['open', 'provisional'] as const)('stays closed for a clock that says %s', (status) => {
    expect(standingAfter(stored('closed'), some, asked(status))).toMatchObject({ status: 'closed' });
    expect(standingAfter(stored('closed'), changed, asked(status))).toMatchObject({ revision: 2 });
  });
});

describe('late answers of a provisional week', () => {
  const standing = (counted: Tally, circumstances = atNight('provisional'), before = stored('provisional')) =>
    standingAfter(before, counted, circumstances);
  const shown = { status: 'provisional', revision: 0 };

  it.each<[string, Tally]>([
    ['nine of them', and(some, { counted: [0, 0, 0, 0, 9] })],
    ['a corrected one', and(some, { counted: [1, 0, 0, 0, -1] })],
    ['one that is flagged', and(some, { flagged: [1, 0, 0, 0, 0] })],
    ['one that is flagged beside ten', and(some, { counted: [0, 0, 0, 0, 10], flagged: [0, 0, 0, 0, 1] })],
    [
      'one that staff entered beside ten',
      and(some, { counted: [0, 0, 0, 0, 10], assisted: [0, 0, 0, 1, 0] }),
    ],
    ['nine corrected ones', and(some, { counted: [9, 0, 0, 0, -9] })],
    ['a detail', { ...some, detail: tallyOf(sampleResponse({ language: 'en' })).detail }],
  ])('wait at night: %s', (_, counted) => {
    expect(standing(counted)).toBeUndefined();
  });

  it.each<[string, Tally]>([
    ['ten of them', and(some, { counted: [2, 0, 0, 0, 8] })],
    ['ten corrected ones', and(some, { counted: [10, 0, 0, 0, -10] })],
    ['ten of them and ten flagged', and(some, { counted: [0, 0, 0, 0, 10], flagged: [3, 7, 0, 0, 0] })],
  ])('come together: %s', (_, counted) => {
    expect(standing(counted)).toEqual(shown);
  });

  it('come at once when somebody asks for the count', () => {
    expect(standing(and(some, { counted: [0, 0, 0, 0, 1] }), asked('provisional'))).toEqual(shown);
  });

  it('all come when the week is closed', () => {
    expect(standing(and(some, { counted: [0, 0, 0, 0, 1] }), atNight('closed'))).toMatchObject({
      revision: 1,
    });
  });

  it('do not keep the first count after the end of the week from being shown', () => {
    expect(standing(and(some, { counted: [1, 0, 0, 0, 0] }), undefined, stored('open'))).toEqual(shown);
  });

  it('do not keep a detail that a killed run did not write from being completed', () => {
    expect(standing(some, undefined, stored('provisional', { isWhole: false }))).toEqual(shown);
  });

  it('wait in no open week, which nobody but the operator sees', () => {
    expect(standing(and(some, { counted: [1, 0, 0, 0, 0] }), atNight('open'))).toMatchObject({
      status: 'open',
    });
  });

  it('leave no count of one to nine between what two nights show', () => {
    const more = fc.tuple(
      ...([0, 1, 2, 3, 4] as const).map(() => fc.integer({ min: 0, max: 6 })),
    ) as fc.Arbitrary<RatingCounts>;
    fc.assert(
      fc.property(fc.array(fc.record({ counted: more, flagged: more, assisted: more })), (nights) => {
        let [page, truth] = [stored('provisional'), some];
        for (const night of nights) {
          truth = and(truth, night);
          const next = standing(truth, undefined, page);
          if (!next) continue;
          for (const part of ['counted', 'flagged', 'assisted'] as const) {
            const [old, now] = [page.summary[part], truth.summary[part]];
            const came = now.reduce((sum, count, place) => sum + count - (old[place] ?? 0), 0);
            expect(came === 0 || came >= 10).toBe(true);
          }
          page = { ...page, ...truth, ...next };
        }
      }),
    );
  });
});
