import type { CommuneCode } from '../unit.ts';
import { type Band, bandOf, comparedFrom, comparisonOf } from './comparison.ts';
import { type ChartLimits, chartLimits } from './control-limits.ts';
import { satisfactionRate } from './satisfaction.ts';
import { type ProvinceView, rosterOf } from './shown-province.ts';

/** A commune that is compared, by its 13-week window. */
export interface FunnelPoint {
  commune: CommuneCode;
  name: string;
  rated: number;
  /** 0…1 */
  rate: number;
  limits: ChartLimits;
  band: Band;
  alert: boolean;
}

/** Where the limits lie for a number of answers. */
export interface FunnelLimit {
  rated: number;
  limits: ChartLimits;
}

/** Rates against numbers of answers, between the limits that chance alone has around the level. */
export interface ShownFunnel {
  level: number;
  /** In the order of the roster. */
  points: readonly FunnelPoint[];
  /** Limits from the fewest answers that are compared to the most there are, to be drawn as a curve. */
  curve: readonly FunnelLimit[];
}

const curveSteps = 40;

/** Closer together where answers are few and limits narrow fast. */
const curveFor = (most: number, level: number): FunnelLimit[] => {
  const steps = Array.from({ length: curveSteps + 1 }, (_, step) =>
    Math.round(comparedFrom * (most / comparedFrom) ** (step / curveSteps)),
  );
  return [...new Set(steps)].flatMap((rated) => {
    const limits = chartLimits(rated, level);
    return limits ? [{ rated, limits }] : [];
  });
};

/**
 * The funnel plot of a province, of communes with n ≥ 100: for the province and the operator, null for others and
 * where a comparison would not be fair.
 */
export const showFunnel = (view: ProvinceView): ShownFunnel | null => {
  if (view.audience !== 'province' && view.audience !== 'operator') return null;
  const roster = rosterOf(view);
  const comparison = comparisonOf(roster.map(({ compared }) => compared));
  const { level } = comparison;
  if (level === undefined || !comparison.compared) return null;
  const points = roster.flatMap(({ commune: { code, name }, compared }): FunnelPoint[] => {
    if (compared.rated < comparedFrom) return [];
    const [rate, limits] = [satisfactionRate(compared), chartLimits(compared.rated, level)];
    if (rate === undefined || !limits) return [];
    const { band, alert } = bandOf(compared, comparison);
    return [{ commune: code, name, rated: compared.rated, rate, limits, band, alert }];
  });
  const most = Math.max(comparedFrom, ...points.map(({ rated }) => rated));
  return { level, points, curve: curveFor(most, level) };
};
