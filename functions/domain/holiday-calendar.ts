import * as z from 'zod/mini';
import { type Holiday, statutoryHolidays } from './holidays.ts';

/**
 * What a province changes in the statutory holidays: days that it is closed as well (a day in lieu, a storm), and
 * statutory days on which its desks do serve. Only the differences are kept, so that next year's statutory days reach
 * every province.
 */
export const HolidayCalendar = z.object({
  added: z.array(z.object({ day: z.string(), name: z.string() })),
  worked: z.array(z.string()),
});
export type HolidayCalendar = z.infer<typeof HolidayCalendar>;

export const statutoryCalendar: HolidayCalendar = { added: [], worked: [] };

/** A statutory holiday, or a day that the province added. */
export interface CalendarDay extends Holiday {
  isStatutory: boolean;
  isClosed: boolean;
}

/** All days that the calendar speaks of, in order. */
export const calendarDays = ({ added, worked }: HolidayCalendar): CalendarDay[] => {
  const statutory = statutoryHolidays.map((holiday) => ({
    ...holiday,
    isStatutory: true,
    isClosed: !worked.includes(holiday.day),
  }));
  const own = added.map((holiday) => ({ ...holiday, isStatutory: false, isClosed: true }));
  return [...statutory, ...own].toSorted((a, b) => (a.day < b.day ? -1 : 1));
};

/** The days on which no desk of the province is open. */
export const closedDays = (calendar: HolidayCalendar): string[] =>
  calendarDays(calendar).flatMap(({ day, isClosed }) => (isClosed ? [day] : []));

/** One change of a calendar. Each kind can be repeated without changing anything more. */
export type CalendarChange = { kind: 'close'; day: string; name: string } | { kind: 'open'; day: string };

/** The calendar with a day closed or open; the same calendar when it says so already. */
export const changedCalendar = (calendar: HolidayCalendar, change: CalendarChange): HolidayCalendar => {
  const { day } = change;
  const isStatutory = statutoryHolidays.some((holiday) => holiday.day === day);
  const added = calendar.added.filter((own) => own.day !== day);
  const worked = calendar.worked.filter((own) => own !== day);
  if (change.kind === 'close') {
    return isStatutory ? { added, worked } : { added: [...added, { day, name: change.name }], worked };
  }
  return isStatutory ? { added, worked: [...worked, day] } : { added, worked };
};
