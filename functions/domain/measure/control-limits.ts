import { binomialMasses } from './binomial.ts';
import type { Interval } from './interval.ts';

/** How rarely chance alone crosses a chart's limits, both sides together: one time in twenty, one in five hundred. */
const limitChances = { warning: 0.05, action: 0.002 } as const;

/** The limits that a chart draws around a level, as rates 0…1. */
export interface ChartLimits {
  /** 95 % */
  warning: Interval;
  /** 99.8 % */
  action: Interval;
}

/** How many of the masses, from one end on, are together no more than this. */
const countWithin = (masses: Float64Array, tail: number, end: 'first' | 'last'): number => {
  let sum = 0;
  for (let count = 0; count < masses.length; count += 1) {
    sum += masses[end === 'first' ? count : masses.length - 1 - count] ?? 0;
    if (sum > tail) return count;
  }
  return masses.length;
};

/**
 * Between which rates so many answers lie by chance when each is satisfied with probability `level`: from the lowest
 * count to the highest whose exact binomial tail is more than half the chance (Spiegelhalter 2005, Funnel plots for
 * comparing institutional performance, Statistics in Medicine 24). A rate outside the warning limits has the tail that
 * a band asks for (comparison.ts). Undefined without answers.
 */
export const chartLimits = (rated: number, level: number): ChartLimits | undefined => {
  if (rated === 0) return undefined;
  const masses = binomialMasses(rated, level);
  const within = (chance: number): Interval => ({
    low: countWithin(masses, chance / 2, 'first') / rated,
    high: (rated - countWithin(masses, chance / 2, 'last')) / rated,
  });
  return { warning: within(limitChances.warning), action: within(limitChances.action) };
};
