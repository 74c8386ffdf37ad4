import { describe, expect, it } from 'vitest';
import { folded } from '../../functions/domain/fold.ts';

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
