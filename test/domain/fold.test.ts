import { describe, expect, it } from 'vitest';
import { folded, searched } from '../../functions/domain/fold.ts';

describe('a text as it is searched', () => {
  it.each([
    ['Hòa', 'Hoà'],
    ['HÓA', 'hoá'],
    ['Đức Thọ', 'duc tho'],
    ['đặc khu', 'DAC KHU'],
    ['Ngũ Hành Sơn'.normalize('NFD'), 'Ngũ Hành Sơn'.normalize('NFC')],
    ['  Kỳ   Anh ', 'ky anh'],
    ['Trường Lưu', 'Truong Luu'],
  ])('%s is %s', (a, b) => {
    expect(folded(a)).toBe(folded(b));
  });

  it('keeps different names apart', () => {
    expect(folded('Hương Khê')).not.toBe(folded('Hương Sơn'));
  });
});

describe('what a search field says', () => {
  it('is cut by letters, not by the marks that they are typed with', () => {
    const name = 'ế'.repeat(90);
    expect(searched(` ${name.normalize('NFD')} `)).toBe(name);
    expect(searched('ế'.repeat(101))).toBe('ế'.repeat(100));
    expect(searched()).toBe('');
  });
});
