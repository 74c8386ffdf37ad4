import type { Account } from '../../functions/domain/account.ts';
import { type Action, mayDo } from '../../functions/domain/authorization.ts';
import type { ProvinceCode } from '../../functions/domain/unit.ts';
import type { NavLink } from './layout.tsx';

/** The pages of a province, in the order in which they stand beside each other, and what each of them takes. */
const pages = [
  { page: 'overview', path: '', text: 'Tổng quan', action: 'read_province' },
  { page: 'desks', path: '/desks', text: 'Bàn một cửa', action: 'administer' },
  { page: 'accounts', path: '/accounts', text: 'Tài khoản', action: 'administer' },
  { page: 'questionnaire', path: '/questionnaire', text: 'Phiếu', action: 'administer' },
  { page: 'holidays', path: '/holidays', text: 'Ngày nghỉ', action: 'administer' },
  { page: 'visits', path: '/visits', text: 'Lượt tiếp nhận', action: 'import_visits' },
  { page: 'promises', path: '/promises', text: 'Việc đã hứa', action: 'read_province' },
  { page: 'rollout', path: '/rollout', text: 'Lộ trình', action: 'read_province' },
  { page: 'audit', path: '/audit', text: 'Nhật ký', action: 'read_audit' },
] as const satisfies { page: string; path: string; text: string; action: Action }[];

export type ProvincePageName = (typeof pages)[number]['page'];

export const provincePath = (province: ProvinceCode, page: ProvincePageName = 'overview'): string =>
  `/dashboard/province/${province}${pages.find((each) => each.page === page)?.path ?? ''}`;

/** Links to the pages of a province that this person may open; `here` is the one that they stand on. */
export const provinceNav = (
  province: ProvinceCode,
  here: ProvincePageName,
  account: Pick<Account, 'grants'>,
): NavLink[] =>
  pages
    .filter(({ action }) => mayDo(account, action, { province }))
    .map(({ page, text }) => ({ href: provincePath(province, page), text, isHere: page === here }));
