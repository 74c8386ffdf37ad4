import { addWeeks, endOfWeek, type Week, weekOf, weeksFrom } from './iso-week.ts';
import { isBeyondRetention, type Retention } from './retention.ts';

const dayMs = 86_400_000;

/** How long an answer may be under way: a page left open, or an outbox without network. */
export const deliveryDays = 8;

/** In the order in which a week becomes one after the other; while it is provisional, late answers still land. */
export const weekStatuses = ['open', 'provisional', 'closed'] as const;
export type WeekStatus = (typeof weekStatuses)[number];

/**
 * An answer of the last Sunday minute may arrive until Tuesday 00:00, eight days after the week's end; the week
 * closes when that Tuesday is over, so that a nightly run has counted everything that could come.
 */
export const weekStatus = (week: Week, now: Date): WeekStatus => {
  const sinceEnd = now.getTime() - endOfWeek(week).getTime();
  if (sinceEnd < 0) return 'open';
  return sinceEnd < (deliveryDays + 1) * dayMs ? 'provisional' : 'closed';
};

/** The open week and those that ended but are not closed, oldest first: what every night counts again. */
export const unclosedWeeks = (now: Date): Week[] => {
  const open = weekOf(now);
  return weeksFrom(addWeeks(open, -2), open).filter((week) => weekStatus(week, now) !== 'closed');
};

/** The last week that is closed. */
export const lastClosedWeek = (now: Date): Week => addWeeks(unclosedWeeks(now)[0] ?? weekOf(now), -1);

/** A service that was off for long catches up over some nights, the oldest weeks first. */
const overdueAtOnce = 8;
/** Where nothing was ever closed: no answer waits for longer before somebody sees to it that nights count. */
const firstLookBack = 4;

/**
 * Weeks that have closed since `closed`, the last one that was counted after it had closed, oldest first. A night counts
 * them beside the unclosed ones: each week gets that count, however long the service was off when its night came.
 */
export const overdueWeeks = (
  closed: Week | undefined,
  now: Date,
  retention: Pick<Retention, 'responseMonths'>,
): Week[] => {
  const last = lastClosedWeek(now);
  const first = closed === undefined ? addWeeks(last, 1 - firstLookBack) : addWeeks(closed, 1);
  return weeksFrom(first, last)
    .filter((week) => !isBeyondRetention(week, now, retention))
    .slice(0, overdueAtOnce);
};

/** The last week that has ended: the newest one that may be shown. */
export const lastEndedWeek = (now: Date): Week => addWeeks(weekOf(now), -1);

/** Weeks a visit may claim when its answer is delivered now, oldest first. */
export const claimableWeeks = (now: Date): Week[] =>
  weeksFrom(weekOf(new Date(now.getTime() - deliveryDays * dayMs)), weekOf(now));

/** Weeks in which tokens may have been issued whose answers speak of this week. */
export const arrivalWeeks = (week: Week, now: Date): Week[] => {
  const latest = weekOf(new Date(endOfWeek(week).getTime() - 1 + deliveryDays * dayMs));
  const open = weekOf(now);
  return weeksFrom(week, latest < open ? latest : open);
};
