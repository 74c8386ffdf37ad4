import { describe, expect, it } from 'vitest';
import type { Grant } from '../../functions/domain/account.ts';
import { provinceNav } from '../../web/staff/province-nav.ts';

const linksOf = (...grants: Grant[]) => provinceNav('42', 'overview', { grants });

describe('the pages of a province', () => {
  it('are all offered to who administers it', () => {
    expect(linksOf({ role: 'province-admin', province: '42' }).map(({ text }) => text)).toEqual([
      'Tổng quan',
      'Bàn một cửa',
      'Tài khoản',
      'Phiếu',
      'Ngày nghỉ',
      'Lượt tiếp nhận',
      'Việc đã hứa',
      'Lộ trình',
      'Nhật ký',
    ]);
  });

  it('are offered to a reader as far as a reader may open them', () => {
    expect(linksOf({ role: 'province-reader', province: '42' }).map(({ href }) => href)).toEqual([
      '/dashboard/province/42',
      '/dashboard/province/42/promises',
      '/dashboard/province/42/rollout',
    ]);
  });

  it('are not offered for another province', () => {
    expect(linksOf({ role: 'province-admin', province: '01' })).toEqual([]);
  });

  it('say which of them this one is', () => {
    expect(linksOf({ role: 'operator' }).filter(({ isHere }) => isHere)).toMatchObject([
      { text: 'Tổng quan' },
    ]);
  });
});
