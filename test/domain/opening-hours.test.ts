import { describe, expect, it } from 'vitest';
import { isClosedAt } from '../../functions/domain/desk.ts';
import { publicHolidays } from '../../functions/domain/holidays.ts';
import { isOpenAt, type OpeningHours, parseOpeningHours } from '../../functions/domain/opening-hours.ts';

/** A moment in Viet Nam. */
const at = (local: string): Date => new Date(`${local}+07:00`);

const hours = (text: string): OpeningHours => {
  const parsed = parseOpeningHours(text);
  if (!parsed) throw new Error(`${text} are no hours`);
  return parsed;
};

const monday = '2026-11-23';
const saturday = '2026-11-28';
const sunday = '2026-11-29';

describe('hours are understood', () => {
  it.each([
    'Mon-Sat 07:00-17:00',
    'Sun 08:00-11:00',
    'Mon 7:00-9:00',
    'Mon-Sun 00:00-24:00',
    'Mon-Fri 07:00-11:30, 13:30-17:00; Sat 07:00-11:30',
    'Mon-Fri 07:00-11:30,13:30-17:00;Sat 07:00-11:30',
  ])('as %s', (text) => {
    expect(parseOpeningHours(text)).toBe(text);
  });

  it('with blanks to spare', () => {
    expect(parseOpeningHours('  Mon-Sat   07:00-17:00 ')).toBe('Mon-Sat 07:00-17:00');
  });
});

describe('hours are refused', () => {
  it.each([
    ['that are missing', ''],
    ['without days', '07:00-17:00'],
    ['without times', 'Mon-Sat'],
    ['of an unknown day', 'Mun 07:00-17:00'],
    ['of days in small letters', 'mon-sat 07:00-17:00'],
    ['of days that run backwards', 'Sat-Mon 07:00-17:00'],
    ['of three days in a row', 'Mon-Tue-Wed 07:00-17:00'],
    ['that end before they begin', 'Mon 17:00-07:00'],
    ['that end when they begin', 'Mon 07:00-07:00'],
    ['that begin at 24:00', 'Mon 24:00-24:00'],
    ['after 24:00', 'Mon 07:00-24:01'],
    ['at minute 60', 'Mon 07:60-17:00'],
    ['with three times', 'Mon 07:00-11:00-13:00'],
    ['with words', 'Mon from 7 to 5'],
    ['with a comma too many', 'Mon 07:00-11:00,'],
    ['with a semicolon too many', 'Mon 07:00-11:00;'],
  ])('%s', (_, text) => {
    expect(parseOpeningHours(text)).toBeUndefined();
  });
});

describe('a desk open Mon-Sat 07:00-17:00 is', () => {
  const desk = { hours: hours('Mon-Sat 07:00-17:00'), closedDays: publicHolidays };
  it.each([
    ['closed', 'a minute before half an hour before', `${monday}T06:29:59`],
    ['open', 'half an hour before', `${monday}T06:30`],
    ['open', 'a minute before half an hour after', `${monday}T17:29:59`],
    ['closed', 'half an hour after', `${monday}T17:30`],
    ['open', 'on Saturday', `${saturday}T10:00`],
    ['closed', 'on Sunday', `${sunday}T10:00`],
    ['closed', 'on a public holiday', '2026-09-02T10:00'],
    ['closed', 'on the Monday in lieu of a holiday', '2026-04-27T10:00'],
  ])('%s %s', (state, _, local) => {
    expect(isClosedAt(desk, at(local))).toBe(state === 'closed');
  });
});

describe('a desk without hours is open', () => {
  it.each([
    ['at night', `${sunday}T03:00`],
    ['on a public holiday', '2026-09-02T10:00'],
  ])('%s', (_, local) => {
    expect(isClosedAt({ closedDays: publicHolidays }, at(local))).toBe(false);
  });
});

describe('a desk with a break at noon is', () => {
  const desk = { hours: hours('Mon-Fri 07:00-11:30, 13:30-17:00; Sat 07:00-11:30'), closedDays: [] };
  it.each([
    ['open', 'in the morning', `${monday}T09:00`],
    ['closed', 'in the middle of the break', `${monday}T12:30`],
    ['open', 'in the afternoon', `${monday}T15:00`],
    ['open', 'on Saturday morning', `${saturday}T09:00`],
    ['closed', 'on Saturday afternoon', `${saturday}T15:00`],
  ])('%s %s', (state, _, local) => {
    expect(isClosedAt(desk, at(local))).toBe(state === 'closed');
  });
});

describe('around midnight', () => {
  const tolerance = { toleranceMinutes: 30, closedDays: [] };

  it.each([
    ['24:00 is the end of the day', 'Mon 20:00-24:00', `${monday}T23:59`, true],
    ['hours to 24:00 are tolerated into the next day', 'Mon 20:00-24:00', '2026-11-24T00:29', true],
    ['hours to 24:00 are not tolerated beyond that', 'Mon 20:00-24:00', '2026-11-24T00:30', false],
    ['hours to Sunday midnight are tolerated into Monday', 'Sun 20:00-24:00', `${monday}T00:29`, true],
    ['hours to Sunday midnight end half an hour later', 'Sun 20:00-24:00', `${monday}T00:30`, false],
    ['hours from Monday midnight are tolerated from Sunday', 'Mon 00:00-08:00', `${sunday}T23:30`, true],
    ['hours from Monday midnight begin no earlier', 'Mon 00:00-08:00', `${sunday}T23:29`, false],
  ])('%s', (_, text, local, isOpen) => {
    expect(isOpenAt(hours(text), at(local), tolerance)).toBe(isOpen);
  });

  it('a holiday is a day in Viet Nam, not in Greenwich', () => {
    const calendar = { toleranceMinutes: 0, closedDays: ['2026-09-02'] };
    expect(isOpenAt(hours('Mon-Sun 00:00-24:00'), at('2026-09-02T00:30'), calendar)).toBe(false);
  });
});

it('the calendar of holidays is in order and without repetition', () => {
  expect(publicHolidays).toEqual([...new Set(publicHolidays)].sort());
});
