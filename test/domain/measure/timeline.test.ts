import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdBack, releasedOf, toldOf } from '../../../functions/domain/measure/held-back.ts';
import { historyOf, type WeekEntry } from '../../../functions/domain/measure/history.ts';
import {
  exactWeeks,
  ratingsIn,
  summaryOf,
  type Window,
  wholeBlocks,
} from '../../../functions/domain/measure/timeline.ts';
import { emptySummary, sum } from '../../../functions/domain/tally.ts';
import { historyFrom, week } from './histories.ts';

const rangeOf = (window: Window | undefined): [string, string, number] | undefined =>
  window && [window.from, window.to, sum(ratingsIn(window, 'counted'))];

describe('the history of a commune', () => {
  const entry = (index: number, counted: number, flagged = 0): WeekEntry => ({
    week: week(index),
    summary: { ...emptySummary, counted: [0, 0, 0, 0, counted], flagged: [0, 0, 0, 0, flagged] },
  });

  it('goes from the first week with a response to the last, without gaps and in order', () => {
    const history = historyOf('18073', [entry(5, 3), entry(2, 4), entry(0, 0)], week(6));
    expect(history.weeks.map((each) => each.week)).toEqual([2, 3, 4, 5, 6].map(week));
    expect(history.weeks.map(({ summary }) => sum(summary.counted))).toEqual([4, 0, 0, 3, 0]);
  });

  it('begins with a flagged response, too, but not with reported visits', () => {
    const known = [{ ...entry(0, 0), visits: 20 }, entry(1, 0, 2), entry(2, 9)];
    expect(historyOf('18073', known, week(2)).weeks[0]?.week).toBe(week(1));
  });

  it('is empty where nobody has answered yet', () => {
    expect(historyOf('18073', [entry(0, 0)], week(3)).weeks).toEqual([]);
    expect(historyOf('18073', [entry(4, 8)], week(3)).weeks).toEqual([]);
  });
});

describe('the weeks that everybody but the operator sees', () => {
  const history = historyFrom([6, 4, 0, 12, 3, 3, 20, 5]);

  it('are windows of whole blocks, with their first and last week', () => {
    const timeline = wholeBlocks(history, week(7));
    const { window, before } = timeline.windowsOf(1);
    expect(rangeOf(window)).toEqual([week(4), week(6), 26]);
    expect(rangeOf(before)).toEqual([week(2), week(3), 12]);
    expect(rangeOf(timeline.windowsOf(4).window)).toEqual([week(2), week(6), 38]);
    expect(rangeOf(timeline.windowsOf(13).window)).toEqual([week(0), week(6), 48]);
    expect(timeline.portions.map(rangeOf)).toEqual([
      [week(0), week(1), 10],
      [week(2), week(3), 12],
      [week(4), week(6), 26],
    ]);
  });

  it('end at the asked week, whatever came later', () => {
    expect(rangeOf(wholeBlocks(history, week(5)).windowsOf(1).window)).toEqual([week(2), week(3), 12]);
    expect(wholeBlocks(history, week(0)).windowsOf(13)).toEqual({ window: undefined, before: undefined });
  });

  it('are broken down in runs of a hundred answers that do not overlap', () => {
    const busy = historyFrom([60, 30, 30, 99, 1, 60]);
    const runs = [1, 2, 3, 4, 5].map((at) => rangeOf(wholeBlocks(busy, week(at)).breakdownOf(1)));
    // The single answer of week 4 is no block of its own, so it waits for week 5.
    expect(runs).toEqual([
      undefined,
      [week(0), week(2), 120],
      [week(0), week(2), 120],
      [week(0), week(2), 120],
      [week(3), week(5), 160],
    ]);
  });
});

describe('the weeks that the operator sees', () => {
  const history = historyFrom([{ rated: 6, flagged: 2 }, 4, { rated: 3, assisted: 1 }]);

  it('are calendar weeks, even before the first answer or with none', () => {
    const timeline = exactWeeks(history, week(2));
    expect(rangeOf(timeline.windowsOf(1).window)).toEqual([week(2), week(2), 3]);
    expect(rangeOf(timeline.windowsOf(1).before)).toEqual([week(1), week(1), 4]);
    expect(rangeOf(timeline.windowsOf(4).window)).toEqual([week(-1), week(2), 13]);
    expect(rangeOf(timeline.windowsOf(4).before)).toEqual([week(-5), week(-2), 0]);
    expect(rangeOf(timeline.breakdownOf(4))).toEqual([week(-1), week(2), 13]);
    expect(rangeOf(exactWeeks(history, week(9)).windowsOf(4).window)).toEqual([week(6), week(9), 0]);
    expect(timeline.portions.map(rangeOf)).toHaveLength(3);
  });

  it('end at the asked week', () => {
    expect(exactWeeks(history, week(1)).portions).toHaveLength(2);
    expect(rangeOf(exactWeeks(history, week(1)).windowsOf(13).window)?.[2]).toBe(10);
  });

  it('hold nothing back', () => {
    const { window } = exactWeeks(history, week(2)).windowsOf(4);
    expect(window?.portions.map(({ flagged }) => releasedOf([flagged]))).toEqual([2, 0, 0]);
    expect(window?.portions.map(({ assisted }) => releasedOf([assisted]))).toEqual([0, 0, 1]);
  });
});

describe('a window', () => {
  it('sums what its weeks brought', () => {
    const { window } = wholeBlocks(historyFrom([10, { rated: 12, flagged: 4 }]), week(1)).windowsOf(4);
    const summary = window && summaryOf(window);
    expect(summary?.channels).toEqual({ qr: 22 });
    expect(sum(summary?.flagged ?? emptySummary.flagged)).toBe(4);
    expect(ratingsIn(undefined, 'counted')).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('responses beside the counted ones', () => {
  it('are told in tens: a large block by itself, small ones together', () => {
    const besides = holdBack([3, 12, 4, 0, 3, 10, 9, 1]);
    const told = besides.map((_, last) => toldOf(besides.slice(0, last + 1)));
    expect(told).toEqual([0, 12, 12, 12, 22, 32, 32, 42]);
    expect(toldOf(besides.slice(1))).toBe(32);
    expect(toldOf(besides.slice(0, 3))).toBe(12);
    expect(toldOf(besides.slice(2, 6))).toBe(10);
    expect(toldOf([])).toBe(0);
  });

  it('wait until they are ten, and later blocks never change what was told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 30 }), (counts) => {
        const besides = holdBack(counts);
        const told = toldOf(besides);
        const all = counts.reduce((total, count) => total + count, 0);
        expect(all - told).toBeGreaterThanOrEqual(0);
        expect(all - told).toBeLessThan(10);
        for (const [length] of counts.entries()) {
          const early = holdBack(counts.slice(0, length));
          expect(toldOf(early)).toBe(toldOf(besides.slice(0, length)));
        }
      }),
    );
  });

  it('are told exactly of a run that has only large blocks and whole groups', () => {
    const besides = holdBack([0, 12, 4, 6, 5]);
    expect(releasedOf(besides.slice(0, 2))).toBe(12);
    expect(releasedOf(besides.slice(1, 4))).toBe(22);
    expect(releasedOf(besides.slice(2, 3))).toBeUndefined();
    expect(releasedOf(besides.slice(3, 4))).toBeUndefined();
    expect(releasedOf(besides)).toBeUndefined();
    expect(releasedOf([])).toBe(0);
  });
});
