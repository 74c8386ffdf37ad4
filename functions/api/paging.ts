import * as z from 'zod/mini';

const mostAtOnce = 200;

/** What a list may be asked with. */
export const Paging = {
  cursor: z.optional(z.string().check(z.maxLength(100))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(mostAtOnce)), mostAtOnce),
};

/** One page of a list; `next` is null at its end. */
export interface PageOf<T> {
  items: T[];
  next: string | null;
}

/** Says nothing but where the last page ended, so it can be made up without harm: it only chooses where to go on. */
const written = (key: string): string => Buffer.from(key).toString('base64url');
const read = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();

/** A page of things in the order of their keys: what is added or removed meanwhile moves nothing else. */
export const pageOf = <T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): PageOf<T> => {
  const after = cursor === undefined ? '' : read(cursor);
  const rest = all.filter((item) => keyOf(item) > after).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && rest.length > items.length ? written(keyOf(last)) : null };
};
