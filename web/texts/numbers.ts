import {
  addWeeks,
  numberOfWeek,
  startOfWeek,
  type Week,
  yearOfWeek,
} from '../../functions/domain/iso-week.ts';
import type { Language } from '../../functions/domain/questionnaire.ts';
import type { Texts } from './vi.ts';

/** Keeps a number and its unit on one line. */
const nbsp = '\u00a0';
const hoChiMinhMs = 7 * 3_600_000;

/** 93.46 → '93,5' in Vietnamese, '93.5' in English. */
export const decimal = (value: number, language: Language): string =>
  language === 'vi' ? value.toFixed(1).replace('.', ',') : value.toFixed(1);

/** 0.9643 → '96,4 %' in Vietnamese, '96.4%' in English. */
export const percent = (fraction: number, language: Language): string =>
  `${decimal(fraction * 100, language)}${language === 'vi' ? `${nbsp}%` : '%'}`;

/** 12345 → '12.345' in Vietnamese, '12,345' in English. */
export const count = (value: number, language: Language): string =>
  String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',');

/** 'tuần 47 năm 2026', 'tuần 45–47 năm 2026', 'tuần 52/2026–2/2027'. */
export const weekRange = (from: Week, to: Week, { weeks }: Pick<Texts, 'weeks'>): string => {
  const [first, last] = [numberOfWeek(from), numberOfWeek(to)];
  const [firstYear, lastYear] = [yearOfWeek(from), yearOfWeek(to)];
  if (firstYear !== lastYear) return weeks.acrossYears(first, firstYear, last, lastYear);
  return first === last ? weeks.one(first, firstYear) : weeks.several(first, last, firstYear);
};

/** A moment's date in Ho Chi Minh City as dd/mm/yyyy, which both languages read the same way here. */
export const dayMonthYear = (moment: Date): string => {
  const [year, month, day] = new Date(moment.getTime() + hoChiMinhMs).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

/** '2026-09-02' → '02/09/2026'. */
export const writtenDay = (day: string): string => day.split('-').toReversed().join('/');

/** A moment of what staff did, to the minute: '23/11/2026 08:05'. */
export const momentInWords = (moment: Date): string =>
  `${dayMonthYear(moment)} ${new Date(moment.getTime() + hoChiMinhMs).toISOString().slice(11, 16)}`;

/** Monday of the first and Sunday of the last week: '02/11/2026 – 22/11/2026'. */
export const dateRange = (from: Week, to: Week): string => {
  const lastDay = new Date(startOfWeek(addWeeks(to, 1)).getTime() - 1);
  return `${dayMonthYear(startOfWeek(from))} – ${dayMonthYear(lastDay)}`;
};

/** The same, as short as it is clear: '16–22/11/2026', '30/11–06/12/2026'. */
export const shortDates = (from: Week, to: Week): string => {
  const [first, last] = dateRange(from, to)
    .split(' – ')
    .map((day) => day.split('/'));
  if (!first || !last) return '';
  const [day, month, year] = first;
  const differing = year !== last[2] ? [day, month, year] : month !== last[1] ? [day, month] : [day];
  return `${differing.join('/')}–${last.join('/')}`;
};
