import { type Audience, viewOfPart } from './audience.ts';
import { type ChartLimits, chartLimits } from './control-limits.ts';
import { countsOf, satisfactionRate } from './satisfaction.ts';
import { showMeasure } from './shown-measure.ts';
import { ratingsIn, type Timeline, type WeekRange, type Window } from './timeline.ts';

/** Weeks that a control chart looks back. */
export const controlWeeks = 26;

/** Weeks that are shown as one, and where chance alone would put them. */
export interface ControlPoint extends WeekRange {
  rated: number;
  /** 0…1; null where only the number of answers may be shown. */
  rate: number | null;
  /** Around the centre, for so many answers. */
  limits: ChartLimits;
}

/** A commune's rate over time against its own. */
export interface ShownControlChart extends WeekRange {
  /** Satisfaction rate of all these weeks together, 0…1. */
  centre: number;
  /** Answers that it is made of. */
  rated: number;
  /** Oldest first. A run of weeks without answers has no point. */
  points: readonly ControlPoint[];
}

const pointOf = (audience: Audience, portion: Window, centre: number): ControlPoint[] => {
  const { from, to, rated, satisfactionRate: rate } = showMeasure(audience, portion);
  const limits = rated === null ? undefined : chartLimits(rated, centre);
  return from && to && rated !== null && limits ? [{ from, to, rated, rate, limits }] : [];
};

/**
 * The control chart of the last 26 weeks: each block (each week for the operator) beside the limits that so few
 * answers have around the commune's own rate. Null where that rate may not be shown, and for the public.
 */
export const showControlChart = (audience: Audience, timeline: Timeline): ShownControlChart | null => {
  const { window } = timeline.windowsOf(controlWeeks);
  const counts = countsOf(ratingsIn(window, 'counted'));
  const centre = satisfactionRate(counts);
  if (!window || centre === undefined || viewOfPart(audience, counts.rated) !== 'everything') return null;
  const { from, to } = window;
  const portions = timeline.portions.filter((portion) => portion.from >= from && portion.to <= to);
  return {
    from,
    to,
    centre,
    rated: counts.rated,
    points: portions.flatMap((portion) => pointOf(audience, portion, centre)),
  };
};
