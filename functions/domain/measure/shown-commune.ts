import type { Week } from '../iso-week.ts';
import type { Criterion } from '../questionnaire.ts';
import type { Detail } from '../tally.ts';
import type { Audience } from './audience.ts';
import type { Comparison } from './comparison.ts';
import { perCriterion, ratingsOf } from './criterion.ts';
import type { CommuneHistory } from './history.ts';
import { type ShownBreakdowns, showBreakdowns } from './shown-breakdown.ts';
import { type ShownFact, showFact, showSensitiveFact } from './shown-fact.ts';
import {
  hiddenRate,
  type ShownBeside,
  type ShownMeasure,
  type ShownRate,
  showBeside,
  showMeasure,
  showRate,
} from './shown-measure.ts';
import {
  comparedCounts,
  comparisonWeeks,
  type ShownStanding,
  showMoved,
  showPerfection,
  showStanding,
  showTrend,
  trendWeeks,
} from './shown-standing.ts';
import { exactWeeks, type Timeline, type WeekRange, wholeBlocks } from './timeline.ts';
import type { Trend } from './trend.ts';

/** Lengths of the windows that can be asked for, in weeks. */
export const windowLengths = [1, 4, 13] as const;
export type WindowLength = (typeof windowLengths)[number];

/**
 * The weeks of a commune as an audience may see them. For everybody but the operator `at` must have ended: this
 * function knows no clock.
 */
export const timelineFor = (audience: Audience, history: CommuneHistory, at: Week): Timeline =>
  audience === 'operator' ? exactWeeks(history, at) : wholeBlocks(history, at);

/** Which weeks' details the page of a commune is made of; undefined where there is nothing to show. */
export interface DetailRanges {
  window: WeekRange | undefined;
  trend: WeekRange | undefined;
  beforeTrend: WeekRange | undefined;
  comparison: WeekRange | undefined;
  breakdown: WeekRange | undefined;
}

/** Details summed over those weeks. What is left out is shown as null. */
export type SummedDetails = { readonly [Range in keyof DetailRanges]?: Detail | undefined };

export const detailRanges = (timeline: Timeline, window: WindowLength): DetailRanges => {
  const trend = timeline.windowsOf(trendWeeks);
  return {
    window: timeline.windowsOf(window).window,
    trend: trend.window,
    beforeTrend: trend.before,
    comparison: timeline.windowsOf(comparisonWeeks).window,
    breakdown: timeline.breakdownOf(window),
  };
};

/** Each criterion over its own answers. */
export const showCriteria = (audience: Audience, detail: Detail | undefined): Record<Criterion, ShownRate> =>
  perCriterion((criterion) => (detail ? showRate(audience, ratingsOf(detail, criterion)) : hiddenRate));

/** All that an audience may see of one commune in one window. */
export interface ShownCommune extends ShownMeasure, ShownStanding, ShownBeside {
  trend: Trend | null;
  criteria: Record<Criterion, ShownRate>;
  moved: Record<Criterion, Trend | null>;
  breakdowns: ShownBreakdowns | null;
  visits: ShownFact;
  timeliness: ShownFact;
  extraPayment: ShownFact;
  harassment: ShownFact;
  improbablyPerfect: boolean | null;
}

/**
 * What may be shown of one commune: the only source of numbers for pages about one. `comparison` is its province's
 * (comparisonFor).
 */
export const showCommune = ({
  timeline,
  window: length,
  audience,
  comparison,
  details = {},
}: {
  timeline: Timeline;
  window: WindowLength;
  audience: Audience;
  comparison: Comparison;
  details?: SummedDetails;
}): ShownCommune => {
  const { window } = timeline.windowsOf(length);
  const compared = comparedCounts(timeline);
  return {
    ...showMeasure(audience, window),
    ...showStanding(audience, compared, comparison),
    ...showBeside(audience, window),
    trend: showTrend(audience, timeline),
    criteria: showCriteria(audience, details.window),
    moved: showMoved(audience, timeline, details.trend, details.beforeTrend),
    breakdowns: showBreakdowns(audience, timeline.breakdownOf(length), details.breakdown),
    visits: showFact(audience, details.window, 'visits'),
    timeliness: showFact(audience, details.window, 'timeliness'),
    extraPayment: showSensitiveFact(audience, details.comparison, 'extra_payment'),
    harassment: showSensitiveFact(audience, details.comparison, 'harassment'),
    improbablyPerfect: showPerfection(audience, compared, comparison),
  };
};

/** A commune over time, block by block (week by week for the operator), oldest first. */
export const showOverTime = (audience: Audience, timeline: Timeline): ShownMeasure[] =>
  timeline.portions.map((portion) => showMeasure(audience, portion));
