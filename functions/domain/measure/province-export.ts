import { perCriterion } from './criterion.ts';
import type { ShownRate } from './shown-measure.ts';
import { type CommuneRow, type ProvinceExport, showProvince } from './shown-province.ts';

const decimals = 10_000;

const rounded = (value: number | null): number | null =>
  // Adding zero turns the minus zero of a tiny negative gap into zero.
  value === null ? null : Math.round(value * decimals) / decimals + 0;

const roundedRate = <T extends ShownRate>(rate: T): T => ({
  ...rate,
  satisfactionRate: rounded(rate.satisfactionRate),
  low: rounded(rate.low),
  high: rounded(rate.high),
});

const roundedRow = (row: CommuneRow): CommuneRow => ({
  ...roundedRate(row),
  meanScore: rounded(row.meanScore),
  responseRate: rounded(row.responseRate),
  gap: rounded(row.gap),
  shrunken: rounded(row.shrunken),
  criteria: perCriterion((criterion) => roundedRate(row.criteria[criterion])),
});

/**
 * A province's numbers as they leave the service for other programs: unrounded for the operator, to four decimals for
 * everybody else. Pages round once, to what they print; rounding twice would print 74,1 % for 0.74049.
 */
export const exportProvince = (input: Parameters<typeof showProvince>[0]): ProvinceExport => {
  const shown = showProvince(input);
  if (input.audience === 'operator') return shown;
  return {
    ...shown,
    level: rounded(shown.level),
    priorStrength: rounded(shown.priorStrength),
    communes: shown.communes.map(roundedRow),
  };
};
