import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTails } from '../../../functions/domain/measure/binomial.ts';
import { bandOf } from '../../../functions/domain/measure/comparison.ts';
import { type ChartLimits, chartLimits } from '../../../functions/domain/measure/control-limits.ts';

/** P(X = k), as it stands in textbooks: good enough for small n. */
const massesOf = (n: number, p: number): number[] => {
  const choose = (k: number): number =>
    Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1);
  return Array.from({ length: n + 1 }, (_, k) => choose(k) * p ** k * (1 - p) ** (n - k));
};

const sumOf = (masses: readonly number[]): number => masses.reduce((total, mass) => total + mass, 0);

const rated = fc.integer({ min: 1, max: 600 });
const levels = fc.double({ min: 0, max: 1, noNaN: true });
const chances = fc.constantFrom(['warning', 0.05] as const, ['action', 0.002] as const);

const limitsOf = (n: number, p: number): ChartLimits => {
  const limits = chartLimits(n, p);
  if (!limits) throw new Error('no limits');
  return limits;
};

describe('control limits', () => {
  it('are the outermost counts whose tails are more than half the chance', () => {
    for (const n of [1, 2, 10, 37, 60]) {
      for (const p of [0.05, 0.5, 0.85, 0.964, 0.99]) {
        for (const [kind, chance] of [
          ['warning', 0.05],
          ['action', 0.002],
        ] as const) {
          const masses = massesOf(n, p);
          const lowest = masses.findIndex((_, s) => sumOf(masses.slice(0, s + 1)) > chance / 2);
          const highest = masses.findLastIndex((_, s) => sumOf(masses.slice(s)) > chance / 2);
          expect(limitsOf(n, p)[kind]).toEqual({ low: lowest / n, high: highest / n });
        }
      }
    }
  });

  // By exact fractions, outside of this program.
  it('of 250 answers at a level of 96.4 %', () => {
    expect(chartLimits(250, 0.964)).toEqual({
      warning: { low: 235 / 250, high: 246 / 250 },
      action: { low: 231 / 250, high: 249 / 250 },
    });
  });

  it('leave no more outside than the chance, half of it on each side', () => {
    fc.assert(
      fc.property(rated, levels, chances, (n, p, [kind, chance]) => {
        const { low, high } = limitsOf(n, p)[kind];
        const [lowest, highest] = [Math.round(low * n), Math.round(high * n)];
        if (lowest > 0) expect(binomialTails(lowest - 1, n, p).atMost).toBeLessThanOrEqual(chance / 2);
        if (highest < n) expect(binomialTails(highest + 1, n, p).atLeast).toBeLessThanOrEqual(chance / 2);
        expect(binomialTails(lowest, n, p).atMost).toBeGreaterThan(chance / 2);
        expect(binomialTails(highest, n, p).atLeast).toBeGreaterThan(chance / 2);
      }),
    );
  });

  it('lie within 0 and 1, around the level, the rarer outside the others', () => {
    fc.assert(
      fc.property(rated, levels, (n, p) => {
        const { warning, action } = limitsOf(n, p);
        // Of n answers the nearest whole counts stand on either side of the level.
        expect(warning.low).toBeLessThanOrEqual(Math.ceil(n * p) / n);
        expect(warning.high).toBeGreaterThanOrEqual(Math.floor(n * p) / n);
        expect(action.low).toBeLessThanOrEqual(warning.low);
        expect(action.high).toBeGreaterThanOrEqual(warning.high);
        expect(action.low).toBeGreaterThanOrEqual(0);
        expect(action.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are one point where everybody is, or nobody, and none without answers', () => {
    expect(limitsOf(40, 1).warning).toEqual({ low: 1, high: 1 });
    expect(limitsOf(40, 0).action).toEqual({ low: 0, high: 0 });
    expect(chartLimits(0, 0.9)).toBeUndefined();
  });

  it('at 95 % are where the bands begin, a gap of a point taken for granted', () => {
    for (const n of [100, 260, 900]) {
      const { low, high } = limitsOf(n, 0.95).warning;
      for (let s = 0; s <= n; s++) {
        const { band } = bandOf({ rated: n, satisfied: s }, { level: 0.95, compared: true });
        const isFar = Math.abs(s / n - 0.95) >= 0.0101;
        if (isFar) expect(band === 'same').toBe(s / n >= low && s / n <= high);
      }
    }
  });

  it('are found for a hundred thousand answers', () => {
    const { low, high } = limitsOf(100_000, 0.964).action;
    expect(low).toBeCloseTo(0.964 - 3.09 * Math.sqrt((0.964 * 0.036) / 100_000), 4);
    expect(high).toBeCloseTo(0.964 + 3.09 * Math.sqrt((0.964 * 0.036) / 100_000), 4);
  });
});
