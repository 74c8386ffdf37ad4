import { describe, expect, it } from 'vitest';
import {
  type CalendarChange,
  calendarDays,
  changedCalendar,
  closedDays,
  statutoryCalendar,
} from '../../functions/domain/holiday-calendar.ts';
import { publicHolidays, statutoryHolidays } from '../../functions/domain/holidays.ts';

const storm: CalendarChange = { kind: 'close', day: '2026-10-15', name: 'Bão số 12' };
const quocKhanh: CalendarChange = { kind: 'open', day: '2026-09-02' };

describe('a calendar', () => {
  it('is the statutory one until the province changes it', () => {
    expect(closedDays(statutoryCalendar)).toEqual(publicHolidays);
  });

  it('closes a day that the province adds, in its place', () => {
    const days = closedDays(changedCalendar(statutoryCalendar, storm));
    expect(days).toContain('2026-10-15');
    expect(days).toEqual(days.toSorted());
  });

  it('opens a statutory holiday on which desks serve, and still lists it', () => {
    const calendar = changedCalendar(statutoryCalendar, quocKhanh);
    expect(closedDays(calendar)).not.toContain('2026-09-02');
    expect(calendarDays(calendar)).toContainEqual({
      day: '2026-09-02',
      name: 'Quốc khánh',
      isStatutory: true,
      isClosed: false,
    });
  });

  it.each([
    ['an added day', storm, { kind: 'open', day: storm.day }],
    ['an opened holiday', quocKhanh, { kind: 'close', day: quocKhanh.day, name: '' }],
  ] as const)('is as before when %s is taken back', (_, change, back) => {
    expect(changedCalendar(changedCalendar(statutoryCalendar, change), back)).toEqual(statutoryCalendar);
  });

  it.each([storm, quocKhanh])('is the same when it is changed twice alike: %o', (change) => {
    const once = changedCalendar(statutoryCalendar, change);
    expect(changedCalendar(once, change)).toEqual(once);
  });

  it('names a day anew when it is added again', () => {
    const twice = changedCalendar(changedCalendar(statutoryCalendar, storm), { ...storm, name: 'Bão' });
    expect(twice.added).toEqual([{ day: storm.day, name: 'Bão' }]);
  });

  it('keeps a statutory day only once when the province closes it', () => {
    const [first] = statutoryHolidays;
    if (!first) throw new Error('no holidays');
    const calendar = changedCalendar(statutoryCalendar, { kind: 'close', ...first });
    expect(calendar).toEqual(statutoryCalendar);
  });
});
