import type { Week } from '../iso-week.ts';
import { addRatings, type RatingCounts } from '../tally.ts';
import { type Audience, shownIf, type View, viewOf, viewOfPart } from './audience.ts';
import { releasedOf, toldOf } from './held-back.ts';
import { wilson } from './interval.ts';
import { countsOf, meanScore, type Rated, satisfactionRate } from './satisfaction.ts';
import { indicativeFrom, type Tier, tierOf } from './tier.ts';
import { type Portion, ratingsIn, type Window } from './timeline.ts';

/** A rate with its interval, fractions 0…1; null is what may not be shown or does not exist. */
export interface ShownRate {
  rated: number | null;
  satisfied: number | null;
  satisfactionRate: number | null;
  low: number | null;
  high: number | null;
}

/** The measure of one window as one audience may see it. */
export interface ShownMeasure extends ShownRate {
  from: Week | null;
  to: Week | null;
  /** Every response: counted, flagged and entered by staff. */
  all: number | null;
  /** Responses kept out of the measure because of a flag. */
  flagged: number | null;
  topBox: number | null;
  unhappy: number | null;
  /** 20…100 */
  meanScore: number | null;
  /** Responses that may be told ÷ visits; over 1 when more answered than are said to have come. */
  responseRate: number | null;
  tier: Tier;
}

/** A rate under a view that has been decided on. */
const showRateAs = (view: View, counts: Rated): ShownRate => {
  const isRateShown = view === 'headline' || view === 'everything';
  const fraction = (value: number | undefined): number | null => shownIf(isRateShown, value);
  const interval = wilson(counts);
  return {
    rated: shownIf(view !== 'nothing', counts.rated),
    satisfied: shownIf(isRateShown, counts.satisfied),
    satisfactionRate: fraction(satisfactionRate(counts)),
    low: fraction(interval?.low),
    high: fraction(interval?.high),
  };
};

/** The rate of a part of a measure (a criterion, a cell of a breakdown), by its own number of answers. */
export const showRate = (audience: Audience, ratings: RatingCounts): ShownRate => {
  const counts = countsOf(ratings);
  return showRateAs(viewOfPart(audience, counts.rated), counts);
};

/** What stands for a rate of which nothing is shown. */
export const hiddenRate: ShownRate = {
  rated: null,
  satisfied: null,
  satisfactionRate: null,
  low: null,
  high: null,
};

/** How many responses of a kind a window has; undefined when they must not be told (held-back.ts). */
const released = (portions: readonly Portion[], kind: 'flagged' | 'assisted'): number | undefined =>
  releasedOf(portions.map((portion) => portion[kind]));

const allIn = (portions: readonly Portion[], rated: number): number | undefined => {
  const [flagged, assisted] = [released(portions, 'flagged'), released(portions, 'assisted')];
  return flagged === undefined || assisted === undefined ? undefined : rated + flagged + assisted;
};

/**
 * Responses ÷ visits, over the portions whose every week has its visits reported; undefined when there are none. Who
 * knows the visits can multiply, so the few that must not be told (held-back.ts) are left out: fewer than ten of a
 * kind wait, and of those gathered before the window fewer than twenty.
 */
const responseRate = ({ from, to, portions }: Window): number | undefined => {
  const reported = portions.filter(({ weeks }) => weeks.every(({ visits }) => visits !== undefined));
  const visits = reported
    .flatMap(({ weeks }) => weeks)
    .reduce((total, week) => total + (week.visits ?? 0), 0);
  const { rated } = countsOf(ratingsIn({ from, to, portions: reported }, 'counted'));
  const toldBeside = (kind: 'flagged' | 'assisted'): number =>
    toldOf(reported.map((portion) => portion[kind]));
  return visits === 0 ? undefined : (rated + toldBeside('flagged') + toldBeside('assisted')) / visits;
};

/** The measure of one window. Who sees nothing of it is not told how little there is either. */
export const showMeasure = (audience: Audience, window: Window | undefined): ShownMeasure => {
  const counts = countsOf(ratingsIn(window, 'counted'));
  const view = viewOf(audience, counts.rated);
  const isHeadline = view === 'headline' || view === 'everything';
  const isEverything = view === 'everything';
  const { rated, satisfied, ...interval } = showRateAs(view, counts);
  return {
    from: shownIf(view !== 'nothing', window?.from),
    to: shownIf(view !== 'nothing', window?.to),
    all: shownIf(isEverything, window && allIn(window.portions, counts.rated)),
    flagged: shownIf(isEverything, window && released(window.portions, 'flagged')),
    rated,
    satisfied,
    topBox: shownIf(isHeadline, counts.topBox),
    unhappy: shownIf(isEverything, counts.unhappy),
    ...interval,
    meanScore: shownIf(isHeadline, meanScore(counts)),
    responseRate: shownIf(isEverything, window && responseRate(window)),
    tier: view === 'nothing' ? 'insufficient' : tierOf(counts.rated),
  };
};

/** The rates that stand beside the measure, each apart. */
export interface ShownBeside {
  /** Counted and flagged together, when ten or more are flagged. */
  withFlagged: ShownRate;
  /** Entered by staff. */
  assisted: ShownRate;
}

export const showBeside = (audience: Audience, window: Window | undefined): ShownBeside => {
  const portions = window?.portions ?? [];
  const counted = ratingsIn(window, 'counted');
  const flagged = released(portions, 'flagged') ?? 0;
  const isEnough = audience === 'operator' || flagged >= indicativeFrom;
  const isShown = isEnough && viewOfPart(audience, countsOf(counted).rated) === 'everything';
  const hasAssisted = released(portions, 'assisted') !== undefined;
  return {
    withFlagged: isShown ? showRate(audience, addRatings(counted, ratingsIn(window, 'flagged'))) : hiddenRate,
    assisted: hasAssisted ? showRate(audience, ratingsIn(window, 'assisted')) : hiddenRate,
  };
};
