import { describe, expect, it } from 'vitest';
import { addDays, dayOf, parseDay } from '../../functions/domain/day.ts';
import { present } from '../support/samples.ts';

describe('a day', () => {
  it.each([
    ['31/12/2026', '2026-12-31'],
    ['2/9/2026', '2026-09-02'],
    ['2-9-2026', '2026-09-02'],
    [' 02.09.2026 ', '2026-09-02'],
    ['2026-09-02', '2026-09-02'],
    ['29/02/2028', '2028-02-29'],
  ])('is read from %j', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    '',
    '31/02/2026',
    '29/02/2026',
    '0/1/2026',
    '1/13/2026',
    '1/1/26',
    '2026-9-2',
    '2026-13-01',
    'mai',
    '1/2/20266',
  ])('is not read from %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-11-23', 31, '2026-12-24'],
  ])('%s and %d days is %s', (day, count, expected) => {
    expect(addDays(present(parseDay(day)), count)).toBe(expected);
  });

  it('begins at midnight in Ho Chi Minh City', () => {
    expect(dayOf(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
    expect(dayOf(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  });
});
