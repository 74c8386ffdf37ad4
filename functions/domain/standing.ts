import type { Day } from './day.ts';
import type { Week } from './iso-week.ts';
import { indicativeFrom } from './measure/tier.ts';
import { allResponses, isSameCount, type RatingCounts, type Summary, type Tally } from './tally.ts';
import type { WeekStatus } from './week-life.ts';

/** How final the counts of a commune's week are. */
export interface Standing {
  /** What the week was when it was counted: whoever counts a closed week has counted all that could come. */
  status: WeekStatus;
  /** 0 until the week is closed, 1 then, and one more with every change after that. */
  revision: number;
  /** The day of the last change after the week was closed. */
  revisedOn?: Day | undefined;
}

/** The summary of a week and how final it is. */
export interface WeekSummary extends Standing {
  week: Week;
  summary: Summary;
}

/** A tally as it is stored. */
export interface StandingTally extends Tally, Standing {
  /** Whether the detail is that of the summary: a run that is killed writes the one and not the other. */
  isWhole: boolean;
}

/** The circumstances of a count. */
export interface Circumstances {
  /** What the week is now. */
  status: WeekStatus;
  today: Day;
  /** Somebody asked for this count: what it finds is shown at once. */
  atOnce: boolean;
}

const hasChanged = (stored: StandingTally, { summary, detail }: Tally): boolean =>
  !isSameCount(stored.summary, summary) || (stored.isWhole && !isSameCount(stored.detail, detail));

/** How many answers were added or taken away, whichever is more: a corrected one is both. */
const moved = (before: RatingCounts, after: RatingCounts): number => {
  const changes = after.map((count, place) => count - (before[place] ?? 0));
  const sumOf = (sign: number): number =>
    changes.reduce((total, change) => total + Math.max(0, sign * change), 0);
  return Math.max(sumOf(1), sumOf(-1));
};

/**
 * Whether a count is so far from the last one that both may be shown. Whoever saw a commune's page yesterday and sees
 * it today can subtract, so what moves between two nights is ten answers of a kind, or none.
 */
const isStep = (before: Summary, after: Summary): boolean => {
  const moves = (['counted', 'flagged', 'assisted'] as const).map((part) => moved(before[part], after[part]));
  return moves.some((move) => move > 0) && moves.every((move) => move === 0 || move >= indicativeFrom);
};

/**
 * How final a tally is once it has been counted again; undefined when what is stored stays as it is.
 *
 * Closed is for good. A change after it raises the revision. A provisional week is public from its first count on, so
 * that its few late answers wait until they are ten or the week is closed, then they come together: nobody is to learn
 * from day to day what one more of them said. Who asks for a count gets it at once.
 */
export const standingAfter = (
  stored: StandingTally | undefined,
  counted: Tally,
  { status, today, atOnce }: Circumstances,
): Standing | undefined => {
  if (!stored) {
    if (allResponses(counted.summary) === 0) return undefined;
    return { status, revision: status === 'closed' ? 1 : 0 };
  }
  const { revision, revisedOn } = stored;
  if (stored.status === 'closed') {
    return hasChanged(stored, counted)
      ? { status: 'closed', revision: revision + 1, revisedOn: today }
      : { status: 'closed', revision, revisedOn };
  }
  if (status === 'closed') return { status, revision: 1 };
  const isShown = status === 'provisional' && stored.status === 'provisional';
  const waits = !atOnce && isShown && hasChanged(stored, counted);
  return waits && !isStep(stored.summary, counted.summary) ? undefined : { status, revision: 0 };
};
