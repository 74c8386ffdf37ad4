import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addWeeks,
  endOfWeek,
  numberOfWeek,
  parseWeek,
  startOfWeek,
  type Week,
  weekOf,
  weeksFrom,
  yearOfWeek,
} from '../../functions/domain/iso-week.ts';

const week = (text: string): Week => {
  const parsed = parseWeek(text);
  if (!parsed) throw new Error(`${text} is no week`);
  return parsed;
};

it.each([
  ['2026-11-22T16:59:59Z', '2026-W47'],
  ['2026-11-22T17:00:00Z', '2026-W48'],
  ['2026-12-31T18:00:00Z', '2026-W53'],
  ['2027-01-03T16:59:59Z', '2026-W53'],
  ['2027-01-03T17:00:00Z', '2027-W01'],
  ['2024-12-29T17:00:00Z', '2025-W01'],
  ['2025-12-28T17:00:00Z', '2026-W01'],
  ['2020-12-31T23:59:59Z', '2020-W53'],
  ['2026-02-28T17:30:00Z', '2026-W09'],
])('%s falls in %s', (instant, expected) => {
  expect(weekOf(new Date(instant))).toBe(expected);
});

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** ISO 8601 by the book, from the date that the time-zone database gives. */
const weekByTheBook = (moment: Date): string => {
  const date = new Date(`${calendar.format(moment)}T00:00:00Z`);
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7) + 3);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const dayOfYear = Math.round((thursday.getTime() - newYear) / 86_400_000);
  return `${thursday.getUTCFullYear()}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
};

/** Viet Nam's clocks last changed in 1975. */
const moment = fc.date({
  min: new Date('1976-01-01T00:00:00Z'),
  max: new Date('2120-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const anyWeek = moment.map(weekOf);
const count = fc.integer({ min: -600, max: 600 });

it('the week of any moment is the one of the time-zone database and the standard', () => {
  fc.assert(
    fc.property(moment, (at) => weekOf(at) === weekByTheBook(at)),
    { numRuns: 2_000 },
  );
});

it('the week of each day around 150 new years is that of the standard', () => {
  const days = Array.from({ length: 144 }, (_, year) =>
    Array.from({ length: 16 }, (__, day) => new Date(Date.UTC(1976 + year, 11, 24 + day, 17))),
  ).flat();
  expect(days.map(weekOf)).toEqual(days.map(weekByTheBook));
});

it.each(['2026-W01', '2026-W53', '2020-W53', '2027-W52'])('%s is a week', (text) => {
  expect(parseWeek(text)).toBe(text);
});

it.each([
  '2026-W54',
  '2027-W53',
  '2026-W00',
  '2026-W99',
  '2026-W1',
  '2026-w47',
  '2026W47',
  '26-W47',
  ' 2026-W47',
  '2026-W47\n',
  '２０２６-W47',
  '',
])('%j is no week', (text) => {
  expect(parseWeek(text)).toBeUndefined();
});

it('a year has 53 weeks when it begins on a Thursday, or is a leap year that begins on a Wednesday', () => {
  const years = Array.from({ length: 140 }, (_, i) => 1976 + i);
  const isLong = (year: number): boolean => {
    const [begins, ends] = [
      new Date(Date.UTC(year, 0, 1)).getUTCDay(),
      new Date(Date.UTC(year, 11, 31)).getUTCDay(),
    ];
    return begins === 4 || ends === 4;
  };
  expect(years.filter((year) => parseWeek(`${year}-W53`))).toEqual(years.filter(isLong));
});

it('the week of a moment can be read again', () => {
  fc.assert(fc.property(moment, (at) => parseWeek(weekOf(at)) === weekOf(at)));
});

it('a moment is not before the start of its week', () => {
  fc.assert(fc.property(moment, (at) => startOfWeek(weekOf(at)).getTime() <= at.getTime()));
});

it('a moment is before the end of its week', () => {
  fc.assert(fc.property(moment, (at) => at.getTime() < endOfWeek(weekOf(at)).getTime()));
});

it('a week starts on a Monday at midnight in Ho Chi Minh City', () => {
  expect(startOfWeek(week('2026-W47'))).toEqual(new Date('2026-11-16T00:00:00+07:00'));
});

it('a week ends where the next one starts', () => {
  fc.assert(
    fc.property(anyWeek, (each) => endOfWeek(each).getTime() === startOfWeek(addWeeks(each, 1)).getTime()),
  );
});

it('weeks are added one after the other as all at once', () => {
  fc.assert(
    fc.property(
      anyWeek,
      count,
      count,
      (each, a, b) => addWeeks(addWeeks(each, a), b) === addWeeks(each, a + b),
    ),
  );
});

it('later weeks sort after earlier ones as text', () => {
  fc.assert(
    fc.property(anyWeek, count, (each, n) => Math.sign(n) === Math.sign(compare(addWeeks(each, n), each))),
  );
});

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

it('the weeks from one to another are each the one after the last', () => {
  fc.assert(
    fc.property(anyWeek, fc.integer({ min: 0, max: 120 }), (first, n) => {
      expect(weeksFrom(first, addWeeks(first, n))).toEqual(
        Array.from({ length: n + 1 }, (_, i) => addWeeks(first, i)),
      );
    }),
  );
});

it('there are no weeks from one to an earlier one', () => {
  expect(weeksFrom(week('2026-W47'), week('2026-W46'))).toEqual([]);
});

it('the weeks over a new year count the 53rd', () => {
  expect(weeksFrom(week('2026-W52'), week('2027-W01'))).toEqual(['2026-W52', '2026-W53', '2027-W01']);
});

it('a week tells its year and its number', () => {
  expect([yearOfWeek(week('2026-W07')), numberOfWeek(week('2026-W07'))]).toEqual([2026, 7]);
});
