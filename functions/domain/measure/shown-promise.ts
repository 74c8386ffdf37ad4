import { type Week, weeksFrom } from '../iso-week.ts';
import type { Criterion } from '../questionnaire.ts';
import { type Detail, emptyDetail } from '../tally.ts';
import type { Audience } from './audience.ts';
import { ratingsOf } from './criterion.ts';
import { z99375 } from './interval.ts';
import { countsOf } from './satisfaction.ts';
import { type ShownRate, showRate } from './shown-measure.ts';
import type { Timeline, WeekRange, Window } from './timeline.ts';
import { type Trend, trendOf } from './trend.ts';

/** Weeks that each side of a promise is to cover: as many as communes are compared by. */
const effectWeeks = 13;

/** Weeks in which a promise was made and, once it is, done. */
export interface PromiseWeeks {
  madeIn: Week;
  doneIn: Week | undefined;
}

/** Which weeks tell how it was before and after; undefined where there are none yet. */
export interface EffectRanges {
  before: WeekRange | undefined;
  after: WeekRange | undefined;
}

/** The shortest run from the first of these that covers enough weeks; all of them when none does. */
const firstRun = (windows: readonly Window[]): Window[] => {
  const run: Window[] = [];
  let weeks = 0;
  for (const window of windows) {
    if (weeks >= effectWeeks) break;
    run.push(window);
    weeks += weeksFrom(window.from, window.to).length;
  }
  return run;
};

const rangeOf = (windows: readonly Window[]): WeekRange | undefined => {
  const sorted = windows.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last && { from: first.from, to: last.to };
};

/**
 * Before: the last whole blocks that ended before the week in which it was made. After: the first whole blocks that
 * began after the week in which it was done; once they cover 13 weeks they stay the same, so that what happens later
 * does not change what is said of this promise.
 */
export const effectRanges = ({ portions }: Pick<Timeline, 'portions'>, weeks: PromiseWeeks): EffectRanges => {
  const { madeIn, doneIn } = weeks;
  const before = portions.filter(({ to }) => to < madeIn).toReversed();
  const after = doneIn === undefined ? [] : portions.filter(({ from }) => from > doneIn);
  return { before: rangeOf(firstRun(before)), after: rangeOf(firstRun(after)) };
};

/** How a criterion was before a promise and is after it, as one audience may see it. The public sees nothing of it. */
export interface ShownEffect {
  before: ShownRate & Partial<WeekRange>;
  after: ShownRate & Partial<WeekRange>;
  /** By the same rule as "what moved". */
  trend: Trend;
}

export const showEffect = (
  audience: Exclude<Audience, 'public'>,
  criterion: Criterion,
  ranges: EffectRanges,
  details: { before: Detail | undefined; after: Detail | undefined },
): ShownEffect => {
  const ratings = {
    before: ratingsOf(details.before ?? emptyDetail, criterion),
    after: ratingsOf(details.after ?? emptyDetail, criterion),
  };
  return {
    before: { ...showRate(audience, ratings.before), ...ranges.before },
    after: { ...showRate(audience, ratings.after), ...ranges.after },
    trend: trendOf(countsOf(ratings.after), countsOf(ratings.before), z99375).trend,
  };
};
