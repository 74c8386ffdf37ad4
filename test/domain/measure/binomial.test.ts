import { describe, expect, it } from 'vitest';
import { binomialTails } from '../../../functions/domain/measure/binomial.ts';

/** A double is a whole number over a power of two: the same number, exactly. */
const fraction = (p: number): { numerator: bigint; bits: number } => {
  let [numerator, bits] = [p, 0];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    bits++;
  }
  return { numerator: BigInt(numerator), bits };
};

/** whole ÷ 2^bits, correct to a double's precision. */
const asNumber = (whole: bigint, bits: number): number => {
  const length = whole.toString(16).length * 4;
  const dropped = Math.max(0, length - 100);
  // In two steps, so that neither factor underflows before the product does.
  const exponent = dropped - bits;
  const half = Math.trunc(exponent / 2);
  return Number(whole >> BigInt(dropped)) * 2 ** half * 2 ** (exponent - half);
};

/** Both tails in whole numbers: P(X = k)·2^(bits·n) is C(n, k)·a^k·b^(n − k), from k = n down. */
const exactTails = (s: number, n: number, p: number): { atMost: number; atLeast: number } => {
  const { numerator: a, bits } = fraction(p);
  const b = (1n << BigInt(bits)) - a;
  let term = a ** BigInt(n);
  let atLeast = 0n;
  let atS = 0n;
  for (let k = n; k >= s; k--) {
    atLeast += term;
    atS = term;
    if (k > 0) term = (term * BigInt(k) * b) / (BigInt(n - k + 1) * a);
  }
  const all = 1n << BigInt(bits * n);
  return { atMost: asNumber(all - atLeast + atS, bits * n), atLeast: asNumber(atLeast, bits * n) };
};

const relativeError = (actual: number, expected: number): number =>
  expected < 1e-300 ? Math.abs(actual - expected) : Math.abs(actual - expected) / expected;

const cases: [n: number, p: number, counts: number[]][] = [
  [1, 0.5, [0, 1]],
  [10, 0.1, [0, 1, 5, 10]],
  [30, 0.3, [0, 3, 9, 20, 30]],
  [100, 0.964, [0, 50, 88, 96, 97, 100]],
  [250, 0.9493953732912723, [200, 225, 237, 245, 250]],
  [900, 0.9306013179571664, [0, 500, 780, 837, 838, 862, 900]],
  [5_000, 0.964, [4_000, 4_700, 4_780, 4_820, 4_860, 4_960, 5_000]],
  [5_000, 0.9999, [4_980, 4_995, 4_999, 5_000]],
  [100_000, 61 / 64, [95_312, 96_000]],
  [100_000, 1 - 2 ** -10, [99_600, 99_850, 99_902, 99_950, 100_000]],
  [100_000, 1 - 2 ** -17, [99_980, 99_998, 99_999, 100_000]],
];

describe('binomial tails', () => {
  // Exact whole-number arithmetic against ours, for up to 100,000 answers and levels up to 0.99999.
  it.each(cases)(
    'of n = %i at p = %d are exact to 1e-13, relative to the tail',
    (n, p, counts) => {
      for (const s of counts) {
        const [ours, exact] = [binomialTails(s, n, p), exactTails(s, n, p)];
        expect(relativeError(ours.atMost, exact.atMost)).toBeLessThan(1e-13);
        expect(relativeError(ours.atLeast, exact.atLeast)).toBeLessThan(1e-13);
      }
    },
    60_000,
  );

  it('are right where p is 0, 1 or next to them', () => {
    expect(binomialTails(0, 50, 0)).toEqual({ atMost: 1, atLeast: 1 });
    expect(binomialTails(1, 50, 0)).toEqual({ atMost: 1, atLeast: 0 });
    expect(binomialTails(50, 50, 1)).toEqual({ atMost: 1, atLeast: 1 });
    expect(binomialTails(49, 50, 1)).toEqual({ atMost: 0, atLeast: 1 });
    expect(binomialTails(100, 100, 0.99).atLeast).toBeCloseTo(0.99 ** 100, 14);
    expect(binomialTails(0, 100, 0.01).atMost).toBeCloseTo(0.99 ** 100, 14);
  });

  it('overlap in the count itself', () => {
    const [n, p] = [40, 0.7];
    const masses = Array.from({ length: n + 1 }, (_, s) => {
      const { atMost, atLeast } = binomialTails(s, n, p);
      return atMost + atLeast - 1;
    });
    expect(masses.reduce((total, mass) => total + mass, 0)).toBeCloseTo(1, 12);
    expect(masses[28]).toBeCloseTo(0.1366, 3);
  });
});
