/**
 * A week of ISO 8601 in Asia/Ho_Chi_Minh, as '2026-W47'. Sorting the text sorts the weeks. Viet Nam has kept
 * UTC+7 all year since 1975, so a fixed shift is exact and needs no time-zone data in the bundle.
 */
export type Week = string & { readonly __brand: 'Week' };

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
const hoChiMinhMs = 7 * 3_600_000;
/** Monday 1970-01-05 00:00 in Ho Chi Minh City, as a moment. */
const firstMondayMs = 4 * dayMs - hoChiMinhMs;

/** Weeks since the first Monday of 1970, local time. */
const indexOf = (atMs: number): number => Math.floor((atMs - firstMondayMs) / weekMs);

/** A week belongs to the year of its Thursday. */
const nameOf = (index: number): Week => {
  const thursday = new Date(firstMondayMs + hoChiMinhMs + index * weekMs + 3 * dayMs);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / weekMs) + 1;
  return `${year}-W${String(number).padStart(2, '0')}` as Week;
};

const keptCount = 1_000;
const kept = new Map<number, Week>();

/** A province's page names the same few weeks for each of its communes. */
const fromIndex = (index: number): Week => {
  const known = kept.get(index);
  if (known) return known;
  if (kept.size >= keptCount) kept.clear();
  const week = nameOf(index);
  kept.set(index, week);
  return week;
};

/** The week in which a moment falls. */
export const weekOf = (moment: Date): Week => fromIndex(indexOf(moment.getTime()));

/** Reads '2026-W47'; undefined when there is no such week (2026-W54, 2027-W53, other text). */
export const parseWeek = (text: string): Week | undefined => {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, number] = [Number(match[1]), Number(match[2])];
  // 4 January is always in week 1.
  const week = fromIndex(indexOf(Date.UTC(year, 0, 4) - hoChiMinhMs) + number - 1);
  return week === text ? week : undefined;
};

/** Monday 00:00 in Ho Chi Minh City. */
export const startOfWeek = (week: Week): Date => {
  const [year, number] = [yearOfWeek(week), numberOfWeek(week)];
  return new Date(firstMondayMs + (indexOf(Date.UTC(year, 0, 4) - hoChiMinhMs) + number - 1) * weekMs);
};

/** The first moment after the week. */
export const endOfWeek = (week: Week): Date => new Date(startOfWeek(week).getTime() + weekMs);

export const addWeeks = (week: Week, count: number): Week =>
  fromIndex(indexOf(startOfWeek(week).getTime()) + count);

/** All weeks from the first to the last, both included; none when the last is before the first. */
export const weeksFrom = (first: Week, last: Week): Week[] => {
  const from = indexOf(startOfWeek(first).getTime());
  const count = indexOf(startOfWeek(last).getTime()) - from + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => fromIndex(from + i));
};

/** 47 of '2026-W47'. */
export const numberOfWeek = (week: Week): number => Number(week.slice(6));

/** 2026 of '2026-W47'. */
export const yearOfWeek = (week: Week): number => Number(week.slice(0, 4));
