import { describe, expect, it } from 'vitest';
import { addWeeks, weeksFrom } from '../../../functions/domain/iso-week.ts';
import { historyOf } from '../../../functions/domain/measure/history.ts';
import { effectRanges, showEffect } from '../../../functions/domain/measure/shown-promise.ts';
import { wholeBlocks } from '../../../functions/domain/measure/timeline.ts';
import {
  type Detail,
  emptyDetail,
  emptySummary,
  type RatingCounts,
} from '../../../functions/domain/tally.ts';
import { week } from '../../support/samples.ts';

const first = week('2026-W01');
const last = week('2026-W52');

/** A commune with so many answers in each week of 2026. */
const timelineOf = (answers: (index: number) => number) =>
  wholeBlocks(
    historyOf(
      '18073',
      weeksFrom(first, last).map((each, index) => ({
        week: each,
        summary: { ...emptySummary, counted: [0, 0, 0, 0, answers(index)] },
      })),
      last,
    ),
    last,
  );

const detail = (ratings: RatingCounts): Detail => ({
  ...emptyDetail,
  criteria: { waiting: { ratings, notApplicable: 0 } },
});
const of = (satisfied: number, rated: number): Detail => detail([rated - satisfied, 0, 0, 0, satisfied]);
const ranges = { before: { from: first, to: first }, after: { from: last, to: last } };
const effect = (
  before: Detail | undefined,
  after: Detail | undefined,
  audience: 'commune' | 'province' = 'commune',
) => showEffect(audience, 'waiting', ranges, { before, after });

describe('the weeks that tell what became of a promise', () => {
  const weekly = timelineOf(() => 10);

  it('are 13 before the week in which it was made and 13 after the one in which it was done', () => {
    expect(effectRanges(weekly, { madeIn: week('2026-W20'), doneIn: week('2026-W25') })).toEqual({
      before: { from: week('2026-W07'), to: week('2026-W19') },
      after: { from: week('2026-W26'), to: week('2026-W38') },
    });
  });

  it('are fewer when there are no more, and none after while it is not done', () => {
    expect(effectRanges(weekly, { madeIn: week('2026-W03'), doneIn: undefined })).toEqual({
      before: { from: week('2026-W01'), to: week('2026-W02') },
      after: undefined,
    });
    expect(effectRanges(weekly, { madeIn: first, doneIn: last })).toEqual({
      before: undefined,
      after: undefined,
    });
  });

  it('are whole blocks: none that holds the week in which it was made or done', () => {
    // Three weeks a block: 1–3, 4–6, 7–9, …
    const slow = timelineOf(() => 4);
    const found = effectRanges(slow, { madeIn: week('2026-W05'), doneIn: week('2026-W08') });
    expect(found.before).toEqual({ from: week('2026-W01'), to: week('2026-W03') });
    expect(found.after).toEqual({ from: week('2026-W10'), to: week('2026-W24') });
  });

  it('stay the same when later weeks come, once they are enough', () => {
    const weeks = { madeIn: week('2026-W10'), doneIn: week('2026-W12') };
    const until = (to: number) =>
      effectRanges(
        timelineOf((index) => (index < to ? 10 : 0)),
        weeks,
      ).after;
    expect(until(25)).toEqual({ from: week('2026-W13'), to: week('2026-W25') });
    for (const to of [26, 40, 52]) expect(until(to)).toEqual(until(25));
  });

  it('before and after never overlap, wherever it was made and done', () => {
    const uneven = timelineOf((index) => (index * 7) % 11);
    for (const madeIn of weeksFrom(first, last)) {
      for (const doneIn of weeksFrom(madeIn, last)) {
        const { before, after } = effectRanges(uneven, { madeIn, doneIn });
        if (before) expect(before.to < madeIn).toBe(true);
        if (after) expect(after.from > doneIn).toBe(true);
      }
      expect(effectRanges(uneven, { madeIn, doneIn: addWeeks(last, 1) }).after).toBeUndefined();
    }
  });
});

describe('what became of a promise', () => {
  it('is better or worse only beyond chance, at the level of what moved', () => {
    expect(effect(of(70, 100), of(95, 100)).trend).toBe('better');
    expect(effect(of(95, 100), of(70, 100)).trend).toBe('worse');
    expect(effect(of(90, 100), of(95, 100)).trend).toBe('same');
    // Beyond chance at 95 %, not at 99.375 %.
    expect(effect(of(80, 100), of(91, 100)).trend).toBe('same');
  });

  it.each([
    [29, 100],
    [100, 29],
    [0, 0],
  ])('is not told of %d answers before and %d after', (before, after) => {
    expect(effect(of(0, before), of(after, after)).trend).toBe('too_few');
  });

  it('shows a commune nothing of fewer than ten answers, and a province no rate of fewer than thirty', () => {
    expect(effect(of(9, 9), of(10, 10)).before).toMatchObject({ rated: null, satisfactionRate: null });
    expect(effect(of(9, 9), of(10, 10)).after).toMatchObject({ rated: 10, satisfactionRate: 1 });
    const seen = effect(of(29, 29), of(30, 30), 'province');
    expect(seen.before).toMatchObject({ rated: 29, satisfactionRate: null });
    expect(seen.after).toMatchObject({ rated: 30, satisfactionRate: 1 });
  });

  it('is of no answers where there are no weeks', () => {
    expect(effect(undefined, undefined)).toMatchObject({ trend: 'too_few', before: { rated: null } });
  });
});
