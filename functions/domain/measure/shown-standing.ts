import type { Criterion } from '../questionnaire.ts';
import { type Detail, emptyDetail } from '../tally.ts';
import { type Audience, shownIf, viewOf, viewOfPart } from './audience.ts';
import { type Band, bandOf, type Comparison, comparedFrom } from './comparison.ts';
import { perCriterion } from './criterion.ts';
import { isImprobablyPerfect } from './perfection.ts';
import { countsOf, type Rated } from './satisfaction.ts';
import { shrunkenRate } from './shrinkage.ts';
import { ratingsIn, type Timeline } from './timeline.ts';
import { type Trend, trendOf, whatMoved } from './trend.ts';

/** Weeks of the window in which communes are compared, whatever window is asked for. */
export const comparisonWeeks = 13;
/** Weeks of the window whose change is the trend. */
export const trendWeeks = 4;

/** How a commune stands to its province, as one audience may see it. */
export interface ShownStanding {
  band: Band | null;
  alert: boolean | null;
  /** Rate − level, −1…1; times 100 it is points. */
  gap: number | null;
  /** For sorting a list only. */
  shrunken: number | null;
}

/** The answers that a commune is compared by. */
export const comparedCounts = (timeline: Timeline): Rated =>
  countsOf(ratingsIn(timeline.windowsOf(comparisonWeeks).window, 'counted'));

/**
 * A commune sees its own band and gap, the province also alerts and the shrunken rate. There is no gap where there is
 * no comparison: among few communes it would tell one the rate of another.
 */
export const showStanding = (audience: Audience, counts: Rated, comparison: Comparison): ShownStanding => {
  const { band, alert, gap } = bandOf(counts, comparison);
  const { level, priorStrength } = comparison;
  const isOperator = audience === 'operator';
  const isProvince = audience === 'province';
  const isLarge = isOperator || (audience !== 'public' && counts.rated >= comparedFrom);
  const isGapShown = isOperator || (isLarge && comparison.compared);
  const isShrunkenShown = isOperator || (isProvince && viewOf(audience, counts.rated) === 'everything');
  const shrunken = level === undefined ? undefined : shrunkenRate(counts, level, priorStrength);
  return {
    band: shownIf(isLarge, band),
    alert: shownIf(isOperator || (isProvince && isLarge), alert),
    gap: shownIf(isGapShown, gap),
    shrunken: shownIf(isShrunkenShown, shrunken),
  };
};

/** Whether the last four weeks differ from those before; what may be seen of the four weeks decides. */
export const showTrend = (audience: Audience, timeline: Timeline): Trend | null => {
  const { window, before } = timeline.windowsOf(trendWeeks);
  const [current, previous] = [
    countsOf(ratingsIn(window, 'counted')),
    countsOf(ratingsIn(before, 'counted')),
  ];
  const isShown = viewOfPart(audience, current.rated) === 'everything';
  return shownIf(isShown, trendOf(current, previous).trend);
};

/** What moved among the criteria between the same weeks as the trend. */
export const showMoved = (
  audience: Audience,
  timeline: Timeline,
  current: Detail | undefined,
  previous: Detail = emptyDetail,
): Record<Criterion, Trend | null> => {
  const { rated } = countsOf(ratingsIn(timeline.windowsOf(trendWeeks).window, 'counted'));
  const isShown = current !== undefined && viewOfPart(audience, rated) === 'everything';
  const moved = whatMoved(current ?? emptyDetail, previous);
  return perCriterion((criterion) => shownIf(isShown, moved[criterion].trend));
};

/**
 * Improbable perfection is for who looks after several communes, and of those whose rate they see: it tells that the
 * rate is 100 %. Null otherwise.
 */
export const showPerfection = (
  audience: Audience,
  counts: Rated,
  { level }: Pick<Comparison, 'level'>,
): boolean | null => {
  const isShown =
    audience === 'operator' || (audience === 'province' && viewOf(audience, counts.rated) === 'everything');
  return shownIf(isShown, isImprobablyPerfect(counts, level));
};
