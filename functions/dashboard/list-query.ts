import type { Context } from 'hono';
import * as z from 'zod/mini';
import {
  kindFilters,
  type ListQuery,
  listOrders,
  listSorts,
  phaseFilters,
  responseFilters,
  usualOrder,
} from '../domain/commune-list.ts';
import { searched } from '../domain/fold.ts';

/** A form sends what was not chosen as an empty text. */
const chosen = <T extends string>(values: readonly T[]) =>
  z.optional(
    z.pipe(
      z.transform((value) => (value === '' ? undefined : value)),
      z.optional(z.enum(values)),
    ),
  );

const Query = z.object({
  q: z._default(z.string(), ''),
  sort: chosen(listSorts),
  order: chosen(listOrders),
  phase: chosen(phaseFilters),
  kind: chosen(kindFilters),
  response: chosen(responseFilters),
});

export type ReadQuery = { ok: true; query: ListQuery } | { ok: false; field: keyof ListQuery; value: string };

/** How the address wants the communes listed; the first field that says what there is not. */
export const readListQuery = (c: Pick<Context, 'req'>): ReadQuery => {
  const asked = c.req.query();
  const read = Query.safeParse(asked);
  if (!read.success) {
    const field = z.keyof(Query).parse(read.error.issues[0]?.path[0]);
    return { ok: false, field, value: asked[field] ?? '' };
  }
  const { q, sort = 'name', order = usualOrder[sort], phase, kind, response } = read.data;
  return { ok: true, query: { q: searched(q), sort, order, phase, kind, response } };
};
