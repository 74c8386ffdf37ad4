import { addWeeks, type Week, weeksFrom } from '../iso-week.ts';
import { addRatings, allResponses, emptySummary, type RatingCounts, type Summary, sum } from '../tally.ts';
import type { CommuneCode } from '../unit.ts';
import { blocksOf, joinWeeks, type Span, windowAt } from './block.ts';
import { releasedCounts } from './held-back.ts';

/** What one week of a commune brought. */
export interface WeekEntry {
  week: Week;
  summary: Summary;
  /** Visits the commune reported; undefined when it has not. */
  visits?: number | undefined;
}

/**
 * All weeks of a commune, consecutive, from its first week with any response on. It must not start later: where the
 * blocks lie depends on every week before them.
 */
export interface CommuneHistory {
  commune: CommuneCode;
  weeks: readonly WeekEntry[];
}

/** A history out of the weeks that are known, in any order; a week of which nothing is known had no responses. */
export const historyOf = (commune: CommuneCode, known: Iterable<WeekEntry>, last: Week): CommuneHistory => {
  const entries = new Map([...known].map((entry) => [entry.week, entry]));
  const answered = [...entries.values()].filter(({ summary }) => allResponses(summary) > 0);
  const first = answered.map(({ week }) => week).toSorted()[0];
  if (first === undefined) return { commune, weeks: [] };
  return {
    commune,
    weeks: weeksFrom(first, last).map((week) => entries.get(week) ?? { week, summary: emptySummary }),
  };
};

/** What is shown as one: a block, or a single week for who may see every week. */
export interface Portion {
  weeks: readonly WeekEntry[];
  /** Whether nothing in it is held back (held-back.ts). Only sums over a window's portions tell. */
  flagged: Held;
  assisted: Held;
}

/** How many there are, and how many of them, and of earlier ones, may be shown from here on. */
export interface Held {
  count: number;
  released: number;
}

/** A run of portions that are shown together. */
export interface Window {
  from: Week;
  to: Week;
  portions: readonly Portion[];
}

/** First and last week, both included. */
export type WeekRange = Pick<Window, 'from' | 'to'>;

/** The weeks of one commune as one audience may see them at a week. */
export interface Timeline {
  /** Every portion up to that week, oldest first, as a window of its own. */
  portions: readonly Window[];
  /** So many weeks and, of the same length, those before them; undefined when there are none. */
  windows(weeks: number): { window: Window | undefined; before: Window | undefined };
  /** The weeks whose answers may be broken down by desk, procedure, channel and language. */
  breakdown(weeks: number): Window | undefined;
}
