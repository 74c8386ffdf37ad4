import type { Rated } from './satisfaction.ts';

/** Two-sided 95 % quantile of the standard normal distribution: Φ⁻¹(0.975). */
export const z95 = 1.959963984540054;

/** Two-sided 99.375 % quantile, Φ⁻¹(1 − 0.05/8/2): 95 % for eight questions at once (Bonferroni). */
export const z99375 = 2.7343687865331816;

/** Bounds of a share, 0…1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The smaller root of (s/n − x)² = z²·x(1 − x)/n, in the form that subtracts nothing: it is exactly 0 at s = 0
 * and loses no digits beside it.
 */
const lowerBound = (satisfied: number, rated: number, z: number): number => {
  const root = z * Math.sqrt(z ** 2 + (4 * satisfied * (rated - satisfied)) / rated);
  return (2 * satisfied ** 2) / (rated * (2 * satisfied + z ** 2 + root));
};

/**
 * Score interval of a share (Wilson 1927, Probable inference, the law of succession, and statistical inference);
 * undefined when nobody rated. Its upper bound is the lower bound of those not satisfied, seen from the other end.
 */
export const wilson = ({ satisfied, rated }: Rated, z = z95): Interval | undefined =>
  rated === 0
    ? undefined
    : { low: lowerBound(satisfied, rated, z), high: 1 - lowerBound(rated - satisfied, rated, z) };
