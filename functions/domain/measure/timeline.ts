import { addWeeks, type Week } from '../iso-week.ts';
import { addSummaries, emptySummary, type RatingCounts, type Summary, sum } from '../tally.ts';
import { blocksOf, joinUntil, type Span, windowAt } from './block.ts';
import { type Beside, holdBack } from './held-back.ts';
import type { CommuneHistory, WeekEntry } from './history.ts';

/** First and last week, both included. */
export interface WeekRange {
  from: Week;
  to: Week;
}

/** Weeks that are only ever shown together: a block, or a single week for who may see each. */
export interface Portion {
  weeks: readonly WeekEntry[];
  flagged: Beside;
  assisted: Beside;
}

/** A run of portions. */
export interface Window extends WeekRange {
  portions: readonly Portion[];
}

/** The weeks of one commune, cut as an audience may see them at a certain week. */
export interface Timeline {
  /** Each portion by itself, oldest first. */
  portions: readonly Window[];
  /** So many weeks, and as many before them. */
  windowsOf(weeks: number): { window: Window | undefined; before: Window | undefined };
  /** What may be broken down by desk, procedure, channel and language when a window of so many weeks is asked for. */
  breakdownOf(weeks: number): Window | undefined;
}

/** A breakdown is of blocks joined until they hold so many answers; fewer would leave little after suppression. */
const breakdownFrom = 100;

/** Which of the three kinds of responses. */
type Part = 'counted' | 'flagged' | 'assisted';

const countOf = (weeks: readonly WeekEntry[], part: Part): number =>
  weeks.reduce((count, { summary }) => count + sum(summary[part]), 0);

/** The ratings of one kind in a window. A province's page asks thousands of times: nothing is made but the sum. */
export const ratingsIn = (window: Window | undefined, part: Part): RatingCounts => {
  const total: RatingCounts = [0, 0, 0, 0, 0];
  for (const { weeks } of window?.portions ?? []) {
    for (const { summary } of weeks) {
      const ratings = summary[part];
      total[0] += ratings[0];
      total[1] += ratings[1];
      total[2] += ratings[2];
      total[3] += ratings[3];
      total[4] += ratings[4];
    }
  }
  return total;
};

/** All that the weeks of a window brought. */
export const summaryOf = ({ portions }: Window): Summary =>
  portions
    .flatMap(({ weeks }) => weeks)
    .reduce((total, { summary }) => addSummaries(total, summary), emptySummary);

const windowFrom = (portions: readonly Portion[]): Window | undefined => {
  const from = portions[0]?.weeks[0];
  const to = portions.at(-1)?.weeks.at(-1);
  return from && to && { from: from.week, to: to.week, portions };
};

const isWindow = (window: Window | undefined): window is Window => window !== undefined;

/**
 * For everybody but the operator: whole blocks only. Breakdowns are of runs of blocks that do not overlap, the last
 * full one; a breakdown of a sliding window would tell, week by week, the few answers of one desk.
 */
export const wholeBlocks = (history: CommuneHistory, at: Week): Timeline => {
  const weeks = history.weeks.filter(({ week }) => week <= at);
  const spans = blocksOf(weeks.map(({ summary }) => sum(summary.counted)));
  const blocks = spans.map(([first, last]) => weeks.slice(first, last + 1));
  const besides = (part: Part): Beside[] => holdBack(blocks.map((block) => countOf(block, part)));
  const [flagged, assisted] = [besides('flagged'), besides('assisted')];
  const none: Beside = { count: 0 };
  const portions = blocks.map((block, index) => ({
    weeks: block,
    flagged: flagged[index] ?? none,
    assisted: assisted[index] ?? none,
  }));
  const within = (range: Span | undefined): Window | undefined =>
    range && windowFrom(portions.filter((_, index) => isWithin(spans[index], range)));

  const windows = new Map<number, ReturnType<Timeline['windowsOf']>>();
  return {
    portions: portions.map((portion) => windowFrom([portion])).filter(isWindow),
    windowsOf: (length) => {
      const known = windows.get(length);
      if (known) return known;
      const { window, before } = windowAt(spans, weeks.length - 1, length);
      const found = { window: within(window), before: within(before) };
      windows.set(length, found);
      return found;
    },
    breakdownOf: () => {
      const run = joinUntil(
        breakdownFrom,
        blocks.map((block) => countOf(block, 'counted')),
      ).at(-1);
      return run && windowFrom(portions.slice(run[0], run[1] + 1));
    },
  };
};

const isWithin = (span: Span | undefined, [first, last]: Span): boolean =>
  span !== undefined && span[0] >= first && span[1] <= last;

/** For the operator: calendar weeks, the asked one included even when it has not ended. Nothing is held back. */
export const exactWeeks = (history: CommuneHistory, at: Week): Timeline => {
  const portions = history.weeks
    .filter(({ week }) => week <= at)
    .map((entry) => ({
      weeks: [entry],
      flagged: { count: countOf([entry], 'flagged') },
      assisted: { count: countOf([entry], 'assisted') },
    }));
  const weeksUntil = (to: Week, count: number): Window => {
    const from = addWeeks(to, 1 - count);
    return { from, to, portions: portions.filter(({ weeks: [only] }) => isBetween(only?.week, from, to)) };
  };

  return {
    portions: portions.map((portion) => windowFrom([portion])).filter(isWindow),
    windowsOf: (count) => ({
      window: weeksUntil(at, count),
      before: weeksUntil(addWeeks(at, -count), count),
    }),
    breakdownOf: (count) => weeksUntil(at, count),
  };
};

const isBetween = (week: Week | undefined, from: Week, to: Week): boolean =>
  week !== undefined && week >= from && week <= to;
