import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWeeks,
  endOfWeek,
  startOfWeek,
  type Week,
  weekOf,
  weeksFrom,
} from '../../functions/domain/iso-week.ts';
import { defaultRetention } from '../../functions/domain/retention.ts';
import {
  arrivalWeeks,
  claimableWeeks,
  lastClosedWeek,
  lastEndedWeek,
  overdueWeeks,
  unclosedWeeks,
  weekStatus,
} from '../../functions/domain/week-life.ts';
import { week } from '../support/samples.ts';

/** A moment in Viet Nam. */
const at = (local: string): Date => new Date(`${local}+07:00`);

/** Monday 16 to Sunday 22 November. */
const week47: Week = weekOf(at('2026-11-18T12:00'));

const moment = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('a week is', () => {
  it.each([
    ['open', 'in its last millisecond', '2026-11-22T23:59:59.999'],
    ['provisional', 'from Monday midnight', '2026-11-23T00:00'],
    ['provisional', 'to the last millisecond of the Tuesday after next', '2026-12-01T23:59:59.999'],
    ['closed', 'when that Tuesday is over', '2026-12-02T00:00'],
    ['open', 'before it began', '2026-11-01T00:00'],
  ])('%s %s', (status, _, now) => {
    expect(weekStatus(week47, at(now))).toBe(status);
  });
});

it('no answer can arrive for a closed week', () => {
  fc.assert(
    fc.property(moment, (now) => claimableWeeks(now).every((week) => weekStatus(week, now) !== 'closed')),
  );
});

describe('what the night counts again on', () => {
  it.each([
    ['Monday', '2026-11-30', ['2026-W47', '2026-W48', '2026-W49']],
    ['Tuesday', '2026-12-01', ['2026-W47', '2026-W48', '2026-W49']],
    ['Wednesday', '2026-12-02', ['2026-W48', '2026-W49']],
    ['Thursday', '2026-12-03', ['2026-W48', '2026-W49']],
    ['Friday', '2026-12-04', ['2026-W48', '2026-W49']],
    ['Saturday', '2026-12-05', ['2026-W48', '2026-W49']],
    ['Sunday', '2026-12-06', ['2026-W48', '2026-W49']],
  ])('%s is %s: %j', (_, date, weeks) => {
    expect(unclosedWeeks(at(`${date}T00:15`))).toEqual(weeks);
  });

  it('any day includes every week that may still be claimed', () => {
    fc.assert(
      fc.property(moment, (now) => claimableWeeks(now).every((week) => unclosedWeeks(now).includes(week))),
    );
  });
});

describe('the weeks that a night has to close', () => {
  const wednesday = at('2026-12-02T01:30');
  const overdue = (closed: string | undefined) =>
    overdueWeeks(closed === undefined ? undefined : week(closed), wednesday, defaultRetention);

  it.each([
    ['none when the last that closed is closed', '2026-W47', []],
    ['the one that has just closed', '2026-W46', ['2026-W47']],
    [
      'all that closed while the service was off',
      '2026-W43',
      ['2026-W44', '2026-W45', '2026-W46', '2026-W47'],
    ],
    ['a few where none is known to be closed', undefined, ['2026-W44', '2026-W45', '2026-W46', '2026-W47']],
    ['none for a clock that was moved back', '2026-W52', []],
  ])('are %s', (_, closed, weeks) => {
    expect(overdue(closed)).toEqual(weeks);
  });

  it('are eight at most, the oldest first', () => {
    const weeks = overdue('2026-W10');
    expect(weeks).toHaveLength(8);
    expect([weeks.at(0), weeks.at(-1)]).toEqual(['2026-W11', '2026-W18']);
  });

  it('are none whose answers have expired', () => {
    expect(overdue('2023-W10')[0]).toBe('2024-W49');
  });

  it('are each of them once, however seldom a night comes', () => {
    fc.assert(
      fc.property(moment, fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (start, gaps) => {
        const closedCounts = new Map<Week, number>();
        let [closed, now] = [lastClosedWeek(start), start];
        for (const days of gaps) {
          now = new Date(now.getTime() + days * 86_400_000);
          const counted = overdueWeeks(closed, now, defaultRetention);
          for (const each of counted) closedCounts.set(each, (closedCounts.get(each) ?? 0) + 1);
          closed = counted.at(-1) ?? closed;
        }
        const passed = weeksFrom(addWeeks(lastClosedWeek(start), 1), closed);
        expect(passed.map((each) => closedCounts.get(each))).toEqual(passed.map(() => 1));
      }),
    );
  });

  it.each([
    ['the last week of a year of 53 weeks', '2027-01-12T23:59:59.999', '2026-W52'],
    ['that week, a moment later,', '2027-01-13T00:00', '2026-W53'],
    ['week 52 of a usual year', '2026-01-07T00:00', '2025-W52'],
    ['the week of a leap day', '2028-03-15T00:00', '2028-W09'],
  ])('follow the calendar: %s', (_, now, last) => {
    expect(lastClosedWeek(at(now))).toBe(last);
    expect(weekStatus(week(last), at(now))).toBe('closed');
    expect(weekStatus(addWeeks(week(last), 1), at(now))).toBe('provisional');
  });
});

it('the last week that has ended is the one before the open one', () => {
  expect(lastEndedWeek(at('2026-11-23T00:00'))).toBe('2026-W47');
});

describe('a visit may claim', () => {
  it.each([
    ['the week before last in the last millisecond of Monday', '2026-11-30T23:59:59.999', 3],
    ['only the last week and this one from Tuesday on', '2026-12-01T00:00', 2],
    ['only the last week and this one on Sunday', '2026-12-06T12:00', 2],
  ])('%s', (_, now, weeks) => {
    expect(claimableWeeks(at(now))).toEqual(['2026-W47', '2026-W48', '2026-W49'].slice(3 - weeks));
  });

  it('the week of any of the last eight days', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 8 * 86_400_000 }), (now, agoMs) =>
        claimableWeeks(now).includes(weekOf(new Date(now.getTime() - agoMs))),
      ),
    );
  });

  it('no week that ended more than eight days ago', () => {
    fc.assert(
      fc.property(moment, (now) =>
        claimableWeeks(now).every((week) => now.getTime() - endOfWeek(week).getTime() < 8 * 86_400_000),
      ),
    );
  });
});

describe('the answers of a week', () => {
  it('are looked for wherever a token may have been issued for them', () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 60 * 86_400_000 }), (now, laterMs) => {
        const later = new Date(now.getTime() + laterMs);
        return claimableWeeks(now).every((week) => arrivalWeeks(week, later).includes(weekOf(now)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are looked for in that week and the two after it, in which they can arrive', () => {
    expect(arrivalWeeks(week47, at('2027-03-01T00:00'))).toEqual(['2026-W47', '2026-W48', '2026-W49']);
  });

  it('are not looked for in weeks to come', () => {
    expect(arrivalWeeks(week47, at('2026-11-25T00:00'))).toEqual(['2026-W47', '2026-W48']);
  });

  it('are looked for nowhere before the week begins', () => {
    expect(arrivalWeeks(week47, new Date(startOfWeek(week47).getTime() - 1))).toEqual([]);
  });
});
