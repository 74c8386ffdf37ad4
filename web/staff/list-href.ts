import { type ListQuery, usualOrder } from '../../functions/domain/commune-list.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import type { ProvinceCode } from '../../functions/domain/unit.ts';
import { provincePath } from './province-nav.ts';

/** The address of a province's page with its list as asked for, shown from the list on. */
export const listHref = (province: ProvinceCode, week: Week, query: ListQuery): string => {
  const { q, sort, order, phase, kind, response } = query;
  const asked = new URLSearchParams({ week });
  if (q) asked.set('q', q);
  if (sort !== 'name' || order !== usualOrder.name) asked.set('sort', sort);
  if (order !== usualOrder[sort]) asked.set('order', order);
  for (const [name, value] of Object.entries({ phase, kind, response })) if (value) asked.set(name, value);
  return `${provincePath(province)}?${asked.toString()}#communes`;
};
