import type { ChartLimits } from '../../functions/domain/measure/control-limits.ts';

/** Where a rate lies among its limits. One on a limit is inside. */
export type Signal = 'inside' | 'above' | 'below' | 'far_above' | 'far_below';

export const signalOf = (rate: number, { warning, action }: ChartLimits): Signal => {
  if (rate < action.low) return 'far_below';
  if (rate > action.high) return 'far_above';
  if (rate < warning.low) return 'below';
  return rate > warning.high ? 'above' : 'inside';
};
