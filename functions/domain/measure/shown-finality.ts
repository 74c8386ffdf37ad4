import type { Day } from '../day.ts';
import { addWeeks } from '../iso-week.ts';
import { type Audience, viewOf } from './audience.ts';
import type { WeekEntry } from './history.ts';
import { countsOf } from './satisfaction.ts';
import { ratingsIn, type WeekRange, type Window } from './timeline.ts';

/** Weeks that were counted again after they had closed, and changed that day. */
export interface UpdatedWeeks extends WeekRange {
  on: Day;
}

/** How final the numbers of a window are: to be said wherever they are shown. */
export interface ShownFinality {
  /** Weeks whose late answers may still come; null when there are none. */
  provisional: WeekRange | null;
  /** In order; weeks in a row that changed on one day together. */
  updated: UpdatedWeeks[];
}

const provisionalOf = (weeks: readonly WeekEntry[]): WeekRange | null => {
  const provisional = weeks.filter(({ status }) => status === 'provisional').map(({ week }) => week);
  const [from, to] = [provisional[0], provisional.at(-1)];
  return from && to ? { from, to } : null;
};

const updatedOf = (weeks: readonly WeekEntry[]): UpdatedWeeks[] => {
  const updated: UpdatedWeeks[] = [];
  for (const { week, revision = 0, revisedOn: on } of weeks) {
    if (revision <= 1 || on === undefined) continue;
    const before = updated.at(-1);
    if (before?.on === on && addWeeks(before.to, 1) === week) before.to = week;
    else updated.push({ from: week, to: week, on });
  }
  return updated;
};

/** Who sees nothing of a window is not told what became of its weeks either. */
export const showFinality = (audience: Audience, window: Window | undefined): ShownFinality => {
  const { rated } = countsOf(ratingsIn(window, 'counted'));
  const isShown = viewOf(audience, rated) !== 'nothing';
  const weeks = isShown ? (window?.portions ?? []).flatMap((portion) => portion.weeks) : [];
  return { provisional: provisionalOf(weeks), updated: updatedOf(weeks) };
};
