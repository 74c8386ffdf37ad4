import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfWeek, startOfWeek, type Week, weekOf } from '../../functions/domain/iso-week.ts';
import {
  arrivalWeeks,
  claimableWeeks,
  lastEndedWeek,
  unclosedWeeks,
  weekStatus,
} from '../../functions/domain/week-life.ts';

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
