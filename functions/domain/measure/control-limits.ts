import { binomialLimits } from './binomial.ts';
import type { Interval } from './interval.ts';

/** How rarely a chart's limits are crossed by chance, both sides together: one in twenty, one in five hundred. */
export const limitChances = { warning: 0.05, action: 0.002 } as const;

/**
 * Between which rates so many answers lie by chance when each is satisfied with probability `level`: the lowest and
 * the highest count whose exact binomial tail is more than half the chance, as fractions 0…1 (Spiegelhalter 2005,
 * Funnel plots for comparing institutional performance, Statistics in Medicine 24). At 95 % a rate outside has the tail
 * that a band asks for (comparison.ts). Undefined without answers.
 */
export const controlLimits = (rated: number, level: number, chance: number): Interval | undefined => {
  if (rated === 0) return undefined;
  const { least, greatest } = binomialLimits(rated, level, chance / 2);
  return { low: least / rated, high: greatest / rated };
};

/** The limits that a chart draws around a level for so many answers. */
export interface ChartLimits {
  /** 95 % */
  warning: Interval;
  /** 99.8 % */
  action: Interval;
}

export const chartLimits = (rated: number, level: number): ChartLimits | undefined => {
  const warning = controlLimits(rated, level, limitChances.warning);
  const action = controlLimits(rated, level, limitChances.action);
  return warning && action && { warning, action };
};
