import { parseWeek, type Week, weekOf } from './iso-week.ts';
import { lastEndedWeek } from './week-life.ts';

/** Why a week that somebody asked for can't be shown. */
export type WeekProblem = 'no_such_week' | 'not_begun' | 'still_open';

export type AskedWeek = { ok: true; week: Week } | { ok: false; problem: WeekProblem };

/** The week that an address names; the last ended one when it names none. Few may see the open one. */
export const askedWeek = (
  text: string | undefined,
  { now, maySeeOpen }: { now: Date; maySeeOpen: boolean },
): AskedWeek => {
  if (text === undefined || text === '') return { ok: true, week: lastEndedWeek(now) };
  const week = parseWeek(text);
  const open = weekOf(now);
  if (!week) return { ok: false, problem: 'no_such_week' };
  if (week > open) return { ok: false, problem: 'not_begun' };
  if (week === open && !maySeeOpen) return { ok: false, problem: 'still_open' };
  return { ok: true, week };
};
