import type { Week } from '../iso-week.ts';
import type { Criterion } from '../questionnaire.ts';
import type { Audience } from './audience.ts';
import type { Comparison } from './comparison.ts';
import type { WeekEntry } from './history.ts';
import { type ShownComments, showComments, type WrittenComment } from './shown-comments.ts';
import {
  type DetailRanges,
  detailRanges,
  type ShownCommune,
  type SummedDetails,
  showCommune,
  showCriteria,
} from './shown-commune.ts';
import { controlWeeks, type ShownControlChart, showControlChart } from './shown-control-chart.ts';
import { type ShownFact, showFact } from './shown-fact.ts';
import { type ShownFinality, showFinality } from './shown-finality.ts';
import { type ShownMeasure, type ShownRate, showMeasure } from './shown-measure.ts';
import { comparisonWeeks, trendWeeks } from './shown-standing.ts';
import type { Timeline, WeekRange, Window } from './timeline.ts';

/** All that an audience may see of one commune at one week: the chief's page. */
export interface ShownCommuneWeek {
  /** The first week of which anything may be shown. */
  first: Week | null;
  /** The last block. */
  latest: ShownMeasure;
  /** Four weeks: what the page begins with. */
  month: ShownCommune;
  /** Some of the four weeks has no number of visits: there is no response rate without. */
  isVisitsMissing: boolean;
  /** Thirteen weeks: what the commune is compared by, and long enough for a criterion. */
  quarter: ShownMeasure;
  criteria: Record<Criterion, ShownRate>;
  visits: ShownFact;
  timeliness: ShownFact;
  chart: ShownControlChart | null;
  /** Of all weeks that the page speaks of. */
  finality: ShownFinality;
  /** Of the four weeks, newest block first. */
  comments: readonly ShownComments[];
}

/** Weeks whose details and comments the page is made of. */
export const rangesOfCommuneWeek = (
  timeline: Timeline,
): DetailRanges & { comments: WeekRange | undefined } => ({
  ...detailRanges(timeline, trendWeeks),
  comments: timeline.windowsOf(trendWeeks).window,
});

const weeksOf = (window: Window | undefined): WeekEntry[] =>
  (window?.portions ?? []).flatMap(({ weeks }) => weeks);

export const showCommuneWeek = ({
  timeline,
  audience,
  comparison,
  details,
  comments,
}: {
  timeline: Timeline;
  audience: Audience;
  comparison: Comparison;
  details: SummedDetails;
  comments: readonly WrittenComment[];
}): ShownCommuneWeek => {
  const measureOf = (weeks: number) => showMeasure(audience, timeline.windowsOf(weeks).window);
  return {
    first: timeline.portions[0]?.from ?? null,
    latest: measureOf(1),
    month: showCommune({ timeline, window: trendWeeks, audience, comparison, details }),
    isVisitsMissing: weeksOf(timeline.windowsOf(trendWeeks).window).some(
      ({ visits }) => visits === undefined,
    ),
    quarter: measureOf(comparisonWeeks),
    criteria: showCriteria(audience, details.comparison),
    visits: showFact(audience, details.comparison, 'visits'),
    timeliness: showFact(audience, details.comparison, 'timeliness'),
    chart: showControlChart(audience, timeline),
    finality: showFinality(audience, timeline.windowsOf(controlWeeks).window),
    comments: showComments(audience, timeline, comments),
  };
};
