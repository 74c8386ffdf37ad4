import type { Criterion } from '../questionnaire.ts';
import type { Detail } from '../tally.ts';
import { perCriterion, ratingsOf } from './criterion.ts';
import { type Interval, wilson, z95, z99375 } from './interval.ts';
import { countsOf, type Rated } from './satisfaction.ts';
import { reportableFrom } from './tier.ts';

export type Trend = 'better' | 'worse' | 'same' | 'too_few';

/** A trend and the interval of the change it stands on, −1…1; none when either side has too few answers. */
export interface Change {
  trend: Trend;
  low?: number;
  high?: number;
}

/**
 * Interval of the difference of two independent shares, current − previous: hybrid score interval (Newcombe 1998,
 * Interval estimation for the difference between independent proportions, method 10); undefined when nobody rated.
 */
export const newcombe = (current: Rated, previous: Rated, z = z95): Interval | undefined => {
  const [now, then] = [wilson(current, z), wilson(previous, z)];
  if (!now || !then) return undefined;
  const rateNow = current.satisfied / current.rated;
  const rateThen = previous.satisfied / previous.rated;
  const difference = rateNow - rateThen;
  return {
    low: difference - Math.hypot(rateNow - now.low, then.high - rateThen),
    high: difference + Math.hypot(now.high - rateNow, rateThen - then.low),
  };
};

/** Whether it has become better or worse: only when the interval of the change excludes none. */
export const trendOf = (current: Rated, previous: Rated, z = z95): Change => {
  const change = newcombe(current, previous, z);
  if (!change || current.rated < reportableFrom || previous.rated < reportableFrom)
    return { trend: 'too_few' };
  if (change.low > 0) return { trend: 'better', ...change };
  return { trend: change.high < 0 ? 'worse' : 'same', ...change };
};

/** Which of the eight criteria moved, each at 99.375 % so that all together are wrong in 5 % at most. */
export const whatMoved = (current: Detail, previous: Detail): Record<Criterion, Change> =>
  perCriterion((criterion) =>
    trendOf(countsOf(ratingsOf(current, criterion)), countsOf(ratingsOf(previous, criterion)), z99375),
  );
