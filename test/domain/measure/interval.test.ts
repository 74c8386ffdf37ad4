import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson, z95, z99375 } from '../../../functions/domain/measure/interval.ts';
import {
  countsOf,
  meanScore,
  pooled,
  type Rated,
  satisfactionRate,
  topBoxRate,
} from '../../../functions/domain/measure/satisfaction.ts';

/** Any counts up to 100,000 answers, the ends included often. */
const rated = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) =>
    fc
      .oneof(fc.constantFrom(0, n), fc.integer({ min: 0, max: n }))
      .map((s): Rated => ({ rated: n, satisfied: s })),
  );

const oneMoreSatisfied = ({ rated: n, satisfied: s }: Rated): Rated => ({ rated: n + 1, satisfied: s + 1 });

const boundsOf = (counts: Rated, z = z95): { low: number; high: number } => {
  const interval = wilson(counts, z);
  if (!interval) throw new Error('no interval');
  return interval;
};

describe('the counts of a set of ratings', () => {
  it('are how many rated, 4–5, 5, 1–2 and the sum of the ratings', () => {
    expect(countsOf([1, 2, 3, 4, 5])).toEqual({
      rated: 15,
      satisfied: 9,
      topBox: 5,
      unhappy: 3,
      scoreSum: 55,
    });
  });

  it('give rates as fractions and the mean score of 100', () => {
    const counts = countsOf([1, 2, 3, 4, 5]);
    expect(satisfactionRate(counts)).toBe(0.6);
    expect(topBoxRate(counts)).toBe(5 / 15);
    expect(meanScore(counts)).toBeCloseTo(73.333333333, 8);
    expect(meanScore(countsOf([0, 0, 0, 0, 3]))).toBe(100);
    expect(meanScore(countsOf([3, 0, 0, 0, 0]))).toBe(20);
  });

  it('of nobody give no rate', () => {
    const nobody = countsOf([0, 0, 0, 0, 0]);
    expect(satisfactionRate(nobody)).toBeUndefined();
    expect(topBoxRate(nobody)).toBeUndefined();
    expect(meanScore(nobody)).toBeUndefined();
    expect(wilson(nobody)).toBeUndefined();
  });

  it('of several groups add up', () => {
    expect(
      pooled([
        { rated: 3, satisfied: 2 },
        { rated: 10, satisfied: 7 },
      ]),
    ).toEqual({ rated: 13, satisfied: 9 });
    expect(pooled([])).toEqual({ rated: 0, satisfied: 0 });
  });
});

describe('the interval of a rate', () => {
  it('lies within 0 and 1 and contains the rate', () => {
    fc.assert(
      fc.property(rated, fc.constantFrom(z95, z99375), (counts, z) => {
        const { low, high } = boundsOf(counts, z);
        const rate = counts.satisfied / counts.rated;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
      }),
      { numRuns: 2000 },
    );
  });

  it('ends at exactly 0 when nobody is satisfied and at exactly 1 when everybody is', () => {
    for (let n = 1; n <= 3000; n++) {
      expect(boundsOf({ rated: n, satisfied: 0 }).low).toBe(0);
      expect(boundsOf({ rated: n, satisfied: n }).high).toBe(1);
      expect(boundsOf({ rated: n, satisfied: 0 }).high).toBeLessThan(1);
      expect(boundsOf({ rated: n, satisfied: n }).low).toBeGreaterThan(0);
    }
  });

  it('is made of the shares whose score test just rejects the rate', () => {
    fc.assert(
      fc.property(rated, (counts) => {
        const { low, high } = boundsOf(counts);
        const rate = counts.satisfied / counts.rated;
        for (const bound of [low, high]) {
          if (bound === 0 || bound === 1) continue;
          const variance = (bound * (1 - bound)) / counts.rated;
          expect((rate - bound) ** 2 / variance).toBeCloseTo(z95 ** 2, 4);
        }
      }),
    );
  });

  it('is never lowered by one more satisfied answer, nor is the rate', () => {
    fc.assert(
      fc.property(rated, (counts) => {
        const more = oneMoreSatisfied(counts);
        const [before, after] = [boundsOf(counts), boundsOf(more)];
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
        expect(satisfactionRate(more)).toBeGreaterThanOrEqual(satisfactionRate(counts) ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is wider at 99.375 %', () => {
    const counts = { rated: 50, satisfied: 45 };
    expect(boundsOf(counts, z99375).low).toBeLessThan(boundsOf(counts).low);
    expect(boundsOf(counts, z99375).high).toBeGreaterThan(boundsOf(counts).high);
  });

  it('uses the quantiles of 97.5 % and of one eighth of 5 %', () => {
    // Φ(z) − ½ by its power series: z·φ(z)·(1 + z²/3 + z⁴/15 + …).
    const above = (z: number): number => {
      let term = z;
      let total = z;
      for (let k = 1; k < 200; k++) {
        term *= z ** 2 / (2 * k + 1);
        total += term;
      }
      return 0.5 - (total * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
    };
    expect(above(z95)).toBeCloseTo(0.025, 14);
    expect(above(z99375)).toBeCloseTo(0.05 / 8 / 2, 14);
  });
});
