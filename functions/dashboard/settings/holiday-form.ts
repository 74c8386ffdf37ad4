import type { Problem } from '../../../web/components/problems.tsx';
import { holidays } from '../../../web/staff/texts/holidays.ts';
import { addDays, type Day, parseDay } from '../../domain/day.ts';
import type { CalendarChange } from '../../domain/holiday-calendar.ts';
import { type TextProblem, textLimits, textProblem, tidied } from '../../domain/limited-text.ts';

const t = holidays.problems;
/** Days that may be added at once. */
export const mostDays = 31;
const furthestDays = 2 * 366;

/** What somebody typed to close desks on some days. */
export interface HolidayTyped {
  day: string;
  to: string;
  name: string;
}

/** Why a day can't be changed any more, or not yet. */
const dayProblem = (day: Day | undefined, today: Day): string | undefined => {
  if (!day) return t.day;
  if (day < today) return t.past;
  return day > addDays(today, furthestDays) ? t.far : undefined;
};

const nameProblems: Record<TextProblem, string> = {
  empty: t.name,
  unprintable: t.unprintable,
  too_long: t.nameTooLong(textLimits.holidayName.longest),
};

const runOfDays = (first: Day, last: Day): Day[] => {
  const days: Day[] = [];
  for (let day = first; day <= last && days.length <= mostDays; day = addDays(day, 1)) days.push(day);
  return days;
};

type Read = { ok: true; changes: CalendarChange[] } | { ok: false; problems: Problem[] };

/** Days to close, each from the first to the last. */
export const readHolidayForm = (typed: HolidayTyped, today: Day): Read => {
  const name = tidied(typed.name);
  const nameProblem = textProblem(name, textLimits.holidayName);
  const first = parseDay(typed.day);
  const isOneDay = typed.to.trim() === '';
  const last = isOneDay ? first : parseDay(typed.to);
  const days = first && last ? runOfDays(first, last) : [];
  const rangeProblem = (): string | undefined => {
    if (isOneDay) return undefined;
    if (!last || !first) return last ? undefined : t.day;
    if (last < first) return t.before;
    return days.length > mostDays ? t.tooMany(mostDays) : dayProblem(last, today);
  };
  const problems = Object.entries({
    day: dayProblem(first, today),
    to: rangeProblem(),
    name: nameProblem && nameProblems[nameProblem],
  }).flatMap(([field, text]) => (text ? [{ field, text }] : []));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, changes: days.map((day) => ({ kind: 'close', day, name })) };
};

/** One day to open, or a statutory one to close again. */
export const readHolidayDay = (
  text: string,
  today: Day,
): { ok: true; day: Day } | { ok: false; problem: string } => {
  const day = parseDay(text);
  const problem = dayProblem(day, today);
  return day && !problem ? { ok: true, day } : { ok: false, problem: problem ?? t.day };
};
