import type { CommuneCode } from '../../functions/domain/unit.ts';
import type { NavLink } from './layout.tsx';

/** The pages of a commune, in the order in which they stand beside each other. Who may see one may see them all. */
const pages = [
  { page: 'week', path: '', text: 'Tuần này' },
  { page: 'visits', path: '/visits', text: 'Lượt tiếp nhận' },
  { page: 'promises', path: '/promises', text: 'Việc đã hứa' },
] as const;

export type CommunePageName = (typeof pages)[number]['page'];

export const communePath = (commune: CommuneCode, page: CommunePageName = 'week'): string =>
  `/dashboard/commune/${commune}${pages.find((each) => each.page === page)?.path ?? ''}`;

/** Links to the pages of a commune; `here` is the one that they stand on. */
export const communeNav = (commune: CommuneCode, here?: CommunePageName): NavLink[] =>
  pages.map(({ page, text }) => ({ href: communePath(commune, page), text, isHere: page === here }));
