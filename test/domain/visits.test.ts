import { describe, expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/day.ts';
import { mostVisits, readReportedWeek, readVisits } from '../../functions/domain/visits.ts';

describe('a number of visits', () => {
  it.each([
    ['0', 0],
    [' 214 ', 214],
    ['007', 7],
    ['100000', mostVisits],
  ])('may be %j', (typed, visits) => {
    expect(readVisits(typed)).toEqual({ ok: true, visits });
  });

  it.each(['', '-1', '+5', '12.5', '1.234', '1,234', '1e3', '0x10', 'hai trăm', '12 34', '٣'])(
    'is not %j',
    (typed) => {
      expect(readVisits(typed)).toEqual({ ok: false, problem: 'not_whole' });
    },
  );

  it.each(['100001', '1000000', '9'.repeat(400)])('is not as much as %s', (typed) => {
    expect(readVisits(typed)).toEqual({ ok: false, problem: 'too_many' });
  });
});

describe('the week of reported visits', () => {
  // The last minute of Sunday in Ho Chi Minh City, and the first of Monday.
  const [sunday, monday] = [new Date('2026-11-22T16:59Z'), new Date('2026-11-22T17:00Z')];

  it('has ended', () => {
    expect(readReportedWeek('2026-W47', sunday)).toEqual({ ok: false, problem: 'not_ended' });
    expect(readReportedWeek('2026-W47', monday)).toEqual({ ok: true, week: '2026-W47' });
  });

  it.each([
    ['2026-W48', 'not_begun'],
    ['2027-W01', 'not_begun'],
    ['2024-W52', 'too_early'],
    ['2026-W54', 'no_week'],
    ['2025-W53', 'no_week'],
    ['2026-47', 'no_week'],
    ['47', 'no_week'],
    ['', 'no_week'],
  ])('is not %j: %s', (typed, problem) => {
    expect(readReportedWeek(typed, sunday)).toEqual({ ok: false, problem });
  });

  it('may be the first of all that can be reported, and the 53rd of a year that has it', () => {
    expect(readReportedWeek('2025-W01', sunday)).toMatchObject({ ok: true });
    expect(readReportedWeek(' 2026-W53 ', new Date('2027-01-04T00:00Z'))).toMatchObject({ ok: true });
  });
});

it('a day begins at midnight in Ho Chi Minh City', () => {
  expect(dayOf(new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
  expect(dayOf(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
});
