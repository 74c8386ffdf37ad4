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

/** The first count whose lower tail is more than this. */
const leastBeyond = (masses: Float64Array, tail: number): number => {
  let sum = 0;
  return masses.findIndex((mass) => {
    sum += mass;
    return sum > tail;
  });
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
  const reversed = masses.toReversed();
  const within = (chance: number): Interval => ({
    low: leastBeyond(masses, chance / 2) / rated,
    high: (rated - leastBeyond(reversed, chance / 2)) / rated,
  });
  return { warning: within(limitChances.warning), action: within(limitChances.action) };
};
