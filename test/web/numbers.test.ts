import { describe, expect, it } from 'vitest';
import { count, dateRange, decimal, percent, weekRange } from '../../web/texts/numbers.ts';
import { vi } from '../../web/texts/vi.ts';
import { week } from './samples.tsx';

describe('numbers', () => {
  it('write a rate with one decimal and, in Vietnamese, a comma and a space that does not break', () => {
    expect(percent(0.96429, 'vi')).toBe('96,4\u00a0%');
    expect(percent(0.96429, 'en')).toBe('96.4%');
    expect([percent(0, 'vi'), percent(1, 'vi')]).toEqual(['0,0\u00a0%', '100,0\u00a0%']);
  });

  it('write a score with one decimal', () => {
    expect([decimal(93.46, 'vi'), decimal(93.46, 'en')]).toEqual(['93,5', '93.5']);
  });

  it('group thousands with dots in Vietnamese and commas in English', () => {
    expect([0, 34, 1234, 1234567].map((n) => count(n, 'vi'))).toEqual(['0', '34', '1.234', '1.234.567']);
    expect(count(1234567, 'en')).toBe('1,234,567');
  });
});

describe('weeks', () => {
  it('name one week, several of one year, and several across years', () => {
    expect(weekRange(week('2026-W47'), week('2026-W47'), vi)).toBe('tuần 47 năm 2026');
    expect(weekRange(week('2026-W45'), week('2026-W47'), vi)).toBe('tuần 45–47 năm 2026');
    expect(weekRange(week('2026-W52'), week('2027-W02'), vi)).toBe('tuần 52/2026–2/2027');
  });

  it('run from their first Monday to their last Sunday', () => {
    expect(dateRange(week('2026-W45'), week('2026-W47'))).toBe('02/11/2026 – 22/11/2026');
    expect(dateRange(week('2026-W53'), week('2026-W53'))).toBe('28/12/2026 – 03/01/2027');
  });
});
