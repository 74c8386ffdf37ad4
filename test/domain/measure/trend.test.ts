import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rated } from '../../../functions/domain/measure/satisfaction.ts';
import { newcombe, trendOf, whatMoved } from '../../../functions/domain/measure/trend.ts';
import { criteria } from '../../../functions/domain/questionnaire.ts';
import { type Detail, emptyDetail, type RatingCounts } from '../../../functions/domain/tally.ts';

const of = (satisfied: number, rated: number): Rated => ({ satisfied, rated });

const counts = fc
  .integer({ min: 30, max: 2000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((s) => of(s, n)));

/** A detail in which every criterion was rated alike. */
const ratedAll = (ratings: RatingCounts): Detail => ({
  ...emptyDetail,
  criteria: Object.fromEntries(criteria.map((criterion) => [criterion, { ratings, notApplicable: 3 }])),
});

describe('the trend', () => {
  it('is better or worse only when the interval of the change excludes none', () => {
    expect(trendOf(of(72, 74), of(205, 252)).trend).toBe('better');
    expect(trendOf(of(205, 252), of(72, 74)).trend).toBe('worse');
    expect(trendOf(of(91, 98), of(151, 178)).trend).toBe('same');
  });

  it('is unknown, and without an interval, with fewer than 30 answers on either side', () => {
    expect(trendOf(of(29, 29), of(10, 100))).toEqual({ trend: 'too_few' });
    expect(trendOf(of(10, 100), of(29, 29))).toEqual({ trend: 'too_few' });
    expect(trendOf(of(0, 0), of(0, 0))).toEqual({ trend: 'too_few' });
    expect(trendOf(of(30, 30), of(3, 30)).trend).toBe('better');
    expect(newcombe(of(0, 0), of(3, 30))).toBeUndefined();
    expect(newcombe(of(3, 30), of(0, 0))).toBeUndefined();
  });

  it('turns round when past and present change places', () => {
    const turned = { better: 'worse', worse: 'better', same: 'same', too_few: 'too_few' } as const;
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [there, back] = [trendOf(a, b), trendOf(b, a)];
        expect(back.trend).toBe(turned[there.trend]);
        expect(back.low).toBeCloseTo(-(there.high ?? 0), 12);
      }),
    );
  });

  it('has an interval that contains the change and lies within −1 and 1', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const change = a.satisfied / a.rated - b.satisfied / b.rated;
        const { low = 0, high = 0 } = trendOf(a, b);
        expect(low).toBeLessThanOrEqual(change);
        expect(high).toBeGreaterThanOrEqual(change);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('what moved among the criteria', () => {
  it('needs more than a trend needs, because eight are asked at once', () => {
    const [now, before]: RatingCounts[] = [
      [0, 0, 3, 0, 97],
      [0, 0, 12, 0, 88],
    ];
    expect(trendOf(of(97, 100), of(88, 100)).trend).toBe('better');
    expect(
      whatMoved(ratedAll(now ?? [0, 0, 0, 0, 0]), ratedAll(before ?? [0, 0, 0, 0, 0])).waiting.trend,
    ).toBe('same');
  });

  it('is told for each criterion by its own answers', () => {
    const moved = whatMoved(
      {
        ...emptyDetail,
        criteria: {
          waiting: { ratings: [30, 30, 0, 20, 20], notApplicable: 0 },
          outcome: { ratings: [0, 0, 0, 0, 100], notApplicable: 0 },
          attitude: { ratings: [0, 0, 0, 0, 29], notApplicable: 50 },
        },
      },
      ratedAll([2, 3, 5, 40, 50]),
    );
    expect(moved.waiting.trend).toBe('worse');
    expect(moved.outcome.trend).toBe('better');
    expect(moved.attitude.trend).toBe('too_few');
    expect(moved.recourse.trend).toBe('too_few');
    expect(Object.keys(moved)).toEqual([...criteria]);
  });
});
