/**
 * When a desk is open, written 'Mon-Sat 07:00-17:00' or, with several periods,
 * 'Mon-Fri 07:00-11:30, 13:30-17:00; Sat 07:00-11:30'. Times are of Asia/Ho_Chi_Minh; 24:00 is an end.
 */
export type OpeningHours = string & { readonly __brand: 'OpeningHours' };

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const dayMinutes = 1_440;
const hoChiMinhMs = 7 * 3_600_000;

/** Minutes of the day, from inclusive, to exclusive. */
interface Period {
  day: number;
  from: number;
  to: number;
}

const minutes = (time: string): number | undefined => {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(time);
  const total = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return total <= dayMinutes ? total : undefined;
};

/** 'Mon-Sat' → 0…5; 'Sun' → 6; undefined for other text or a range that runs backwards. */
const dayRange = (text: string): number[] | undefined => {
  const [first = '', last = first, ...rest] = text.split('-');
  const [from, to] = [days.indexOf(first), days.indexOf(last)];
  if (rest.length > 0 || from < 0 || to < from) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
};

const parsePeriods = (text: string): Period[] | undefined => {
  const periods: Period[] = [];
  for (const part of text.split(';').map((piece) => piece.trim())) {
    const [, dayText = '', times = ''] = /^(\S+)\s+(.+)$/.exec(part) ?? [];
    const range = dayRange(dayText);
    if (!range) return undefined;
    for (const time of times.split(',')) {
      const [open = '', close = '', ...rest] = time.trim().split('-');
      const [from, to] = [minutes(open), minutes(close)];
      if (rest.length > 0 || from === undefined || to === undefined || from >= to) return undefined;
      periods.push(...range.map((day) => ({ day, from, to })));
    }
  }
  return periods;
};

/** Reads hours as an administrator writes them; undefined when they can't be understood. */
export const parseOpeningHours = (text: string): OpeningHours | undefined => {
  const tidy = text.trim().replaceAll(/\s+/g, ' ');
  return parsePeriods(tidy) ? (tidy as OpeningHours) : undefined;
};

/** Monday to Sunday as Vietnamese write them: T2 is the second day of the week. */
const vietnameseDays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** The same hours as people here write them: 'T2-T6 07:00-11:30, 13:30-17:00; T7 07:00-11:30'. */
export const hoursInVietnamese = (hours: OpeningHours): string =>
  days.reduce((text, day, index) => text.replaceAll(day, vietnameseDays[index] ?? day), hours);

/** Reads hours with the days in either language. */
export const parseVietnameseHours = (text: string): OpeningHours | undefined =>
  parseOpeningHours(
    text.replaceAll(
      /(?<![\p{L}\d])(?:T[2-7]|CN)(?![\p{L}\d])/giu,
      (day) => days[vietnameseDays.indexOf(day.toUpperCase())] ?? day,
    ),
  );

/** Local date as '2026-11-23' and minutes since Monday 00:00. */
const localTime = (moment: Date): { date: string; day: number; minute: number } => {
  const local = new Date(moment.getTime() + hoChiMinhMs);
  return {
    date: local.toISOString().slice(0, 10),
    day: (local.getUTCDay() + 6) % 7,
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
};

/**
 * Whether a desk may have been serving people at a moment: inside its hours, give or take the tolerance, and not
 * on one of the closed days ('2026-09-02') of its calendar.
 */
export const isOpenAt = (
  hours: OpeningHours,
  moment: Date,
  { toleranceMinutes, closedDays }: { toleranceMinutes: number; closedDays: readonly string[] },
): boolean => {
  const { date, day, minute } = localTime(moment);
  if (closedDays.includes(date)) return false;
  const sinceMonday = day * dayMinutes + minute;
  return (parsePeriods(hours) ?? []).some((period) => {
    const opens = period.day * dayMinutes + period.from - toleranceMinutes;
    const closes = period.day * dayMinutes + period.to + toleranceMinutes;
    // A tolerance may reach over Sunday midnight, either way.
    return [sinceMonday, sinceMonday - 7 * dayMinutes, sinceMonday + 7 * dayMinutes].some(
      (at) => at >= opens && at < closes,
    );
  });
};
