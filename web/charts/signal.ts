import type { Interval } from '../../functions/domain/measure/interval.ts';

/** Where the rate of so many answers lies by chance alone, fractions 0…1: 95 % and 99.8 % of the time. */
export interface Limits {
  warning: Interval;
  action: Interval;
}

/** Where a rate lies among its limits. One on a limit is inside. */
export type Signal = 'inside' | 'above' | 'below' | 'far_above' | 'far_below';

export const signalOf = (rate: number, { warning, action }: Limits): Signal => {
  if (rate < action.low) return 'far_below';
  if (rate > action.high) return 'far_above';
  if (rate < warning.low) return 'below';
  return rate > warning.high ? 'above' : 'inside';
};
