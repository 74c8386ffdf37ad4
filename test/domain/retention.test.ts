import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfWeek, weekOf } from '../../functions/domain/iso-week.ts';
import { defaultRetention, expiryOf, isBeyondRetention } from '../../functions/domain/retention.ts';

/** A moment in Viet Nam. */
const at = (local: string): Date => new Date(`${local}+07:00`);
const expiry = (inWeekOf: string, months: number): string =>
  new Date(expiryOf(weekOf(at(inWeekOf)), months) * 1000).toISOString();

const moment = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('what was said expires', () => {
  it('24 months after the end of its week, for a response', () => {
    expect(expiry('2026-11-18T09:00', defaultRetention.responseMonths)).toBe('2028-11-22T17:00:00.000Z');
  });

  it('12 months after the end of its week, for a comment', () => {
    expect(expiry('2026-11-18T09:00', defaultRetention.commentMonths)).toBe('2027-11-22T17:00:00.000Z');
  });

  it('at the same second for the first and the last moment of a week', () => {
    expect(expiry('2026-11-16T00:00', 24)).toBe(expiry('2026-11-22T23:59:59.999', 24));
  });

  it('in whole seconds, as the table wants it', () => {
    fc.assert(fc.property(moment, (when) => Number.isInteger(expiryOf(weekOf(when), 24))));
  });

  it.each([
    ['on 28 February when the week ended on 31 August', '2025-08-31T12:00', 6, '2026-02-28T17:00:00.000Z'],
    ['on 29 February in a leap year', '2031-08-31T12:00', 6, '2032-02-29T17:00:00.000Z'],
    ['on 30 June when the week ended on 31 May', '2026-05-31T12:00', 1, '2026-06-30T17:00:00.000Z'],
    ['on 31 January when the week ended on 31 December', '2028-12-31T12:00', 1, '2029-01-31T17:00:00.000Z'],
    ['24 months on, when the week ended on a leap day', '2032-02-29T12:00', 24, '2034-02-28T17:00:00.000Z'],
    ['48 months on, when the next leap day has come', '2032-02-29T12:00', 48, '2036-02-29T17:00:00.000Z'],
    ['after week 53', '2027-01-03T12:00', 24, '2029-01-03T17:00:00.000Z'],
    ['after week 52 of the year before', '2026-12-27T12:00', 24, '2028-12-27T17:00:00.000Z'],
    ['in the next year', '2026-11-15T12:00', 3, '2027-02-15T17:00:00.000Z'],
  ])('%s', (_, inWeekOf, months, expected) => {
    expect(expiry(inWeekOf, months)).toBe(expected);
  });

  it('in the month that is so many months on, whatever the month', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (when, months) => {
        const end = endOfWeek(weekOf(when));
        const expires = new Date(expiryOf(weekOf(when), months) * 1000);
        const monthsOn = (d: Date): number => d.getUTCFullYear() * 12 + d.getUTCMonth();
        return monthsOn(expires) === monthsOn(end) + months;
      }),
    );
  });

  it('no earlier than what was said a week before', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (when, months) => {
        const before = weekOf(new Date(when.getTime() - 7 * 86_400_000));
        return expiryOf(before, months) <= expiryOf(weekOf(when), months);
      }),
    );
  });
});

describe('a week may be counted', () => {
  const week = weekOf(at('2026-11-18T09:00'));

  it.each([
    ['in the last second before its responses expire', '2028-11-22T16:59:59Z', false],
    ['no more from the second in which they do', '2028-11-22T17:00:00Z', true],
  ])('%s', (_, now, expected) => {
    expect(isBeyondRetention(week, new Date(now), defaultRetention)).toBe(expected);
  });
});
