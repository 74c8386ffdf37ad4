import { describe, expect, it } from 'vitest';
import {
  Commune,
  communePolice,
  communeTitle,
  ProvinceCode,
  provincePolice,
  provinceTitle,
} from '../../functions/domain/unit.ts';

describe('a unit inside a sentence is', () => {
  it.each([
    ['Phường', 'Thành Sen', 'Công an phường Thành Sen'],
    ['Xã', 'Cẩm Bình', 'Công an xã Cẩm Bình'],
    ['Đặc khu', 'Côn Đảo', 'Công an đặc khu Côn Đảo'],
  ] as const)('for %s %s: %s', (kind, name, expected) => {
    expect(communePolice({ kind, name })).toBe(expected);
  });

  it.each([
    ['Tỉnh Hà Tĩnh', 'Công an tỉnh Hà Tĩnh'],
    ['Thành phố Huế', 'Công an thành phố Huế'],
    ['Thành phố Hồ Chí Minh', 'Công an thành phố Hồ Chí Minh'],
  ])('for %s: %s', (name, expected) => {
    expect(provincePolice({ name })).toBe(expected);
  });

  it('a commune without its police', () => {
    expect(communeTitle({ kind: 'Đặc khu', name: 'Côn Đảo' })).toBe('đặc khu Côn Đảo');
  });

  it('a province without its police', () => {
    expect(provinceTitle({ name: 'Tỉnh Hà Tĩnh' })).toBe('tỉnh Hà Tĩnh');
  });
});

describe('codes are text', () => {
  it('with their leading zeros', () => {
    expect(ProvinceCode.parse('01')).toBe('01');
  });

  it.each(['1', '001', '4a', ''])('so %j is no province', (code) => {
    expect(ProvinceCode.safeParse(code).success).toBe(false);
  });

  it.each(['4', '000004', '1807O', 18_073])('so %j is no commune', (code) => {
    const commune = { code, name: 'Thành Sen', kind: 'Phường', province: '42' };
    expect(Commune.safeParse(commune).success).toBe(false);
  });
});
