import type { Day } from './day.ts';
import { parseWeek, type Week, weekOf } from './iso-week.ts';
import { lastEndedWeek } from './week-life.ts';

/** More visits of a commune in a week are a slip of the hand: the busiest communes receive a few thousand. */
export const mostVisits = 100_000;

/** Communes have been the only level under the provinces since 2025. */
export const firstReportedYear = 2025;

/** The visits of a commune in a week, as they stand. */
export interface ReportedVisits {
  visits: number;
  /** 1 for what was reported first, one more with every change. */
  revision: number;
  /** The account that reported it, or the name of a command. */
  by: string;
  on: Day;
}

/** One change of what was reported. */
export interface VisitsChange extends ReportedVisits {
  /** What stood there before; undefined for the first time. */
  before: number | undefined;
}

/** Why something typed is no number of visits. */
export type VisitsProblem = 'not_whole' | 'too_many';

/** Reads a whole number from 0 to 100,000. 1.234 and 1,234 mean different things to different people: neither is one. */
export const readVisits = (
  typed: string,
): { ok: true; visits: number } | { ok: false; problem: VisitsProblem } => {
  const text = typed.trim();
  if (!/^\d+$/.test(text)) return { ok: false, problem: 'not_whole' };
  const visits = Number(text);
  return visits > mostVisits ? { ok: false, problem: 'too_many' } : { ok: true, visits };
};

/** Why the visits of a week can't be reported. */
export type ReportedWeekProblem = 'no_week' | 'too_early' | 'not_begun' | 'not_ended';

/** Reads a week that has ended: the visits of a part of it would be taken for all of them. */
export const readReportedWeek = (
  typed: string,
  now: Date,
): { ok: true; week: Week } | { ok: false; problem: ReportedWeekProblem } => {
  const week = parseWeek(typed.trim());
  if (!week) return { ok: false, problem: 'no_week' };
  if (week < `${firstReportedYear}-W01`) return { ok: false, problem: 'too_early' };
  if (week > weekOf(now)) return { ok: false, problem: 'not_begun' };
  return week > lastEndedWeek(now) ? { ok: false, problem: 'not_ended' } : { ok: true, week };
};
