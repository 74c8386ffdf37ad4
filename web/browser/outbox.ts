import { allEntries, changeEntry, type Entry, type Fields } from './outbox-store.ts';

const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(36)).join('-');

/** What a post says, without what only the technique needs. */
const said = ({ token: _token, edition: _edition, ...rest }: Fields): Fields => rest;

/**
 * Adds to a kept answer what its author says later. As long as nothing was sent it is one post; afterwards it needs an
 * edition of its own, because a replay of the first one changes nothing.
 */
const addTo = (entry: Entry, fields: Fields): Entry => {
  const [first, ...rest] = entry.posts;
  const edition = entry.edition + 1;
  const isRating = first && !first['edition'];
  const posts = first && (isRating || !entry.tried) ? [{ ...first, ...said(fields) }, ...rest] : entry.posts;
  return first && !entry.tried
    ? { ...entry, posts }
    : { ...entry, edition, posts: [...posts, { ...said(fields), edition: String(edition) }] };
};

/** Adds to the answer of this id; undefined when it is no longer known here. */
export const addToKept = (id: string, fields: Fields): Promise<Entry | undefined> =>
  changeEntry(id, (entry) => entry && addTo(entry, fields));

/** Keeps what could not be sent; resolves once it is on the disk. */
export const keep = async (
  about: Pick<Entry, 'desk' | 'tried'> & Partial<Pick<Entry, 'search' | 'kiosk' | 'savedAt'>>,
  fields: Fields,
): Promise<Entry> => {
  const token = fields['token'] ?? '';
  const edition = fields['edition'];
  const known = token && (await allEntries()).find((entry) => entry.token === token);
  const added = known && (await addToKept(known.id, fields));
  if (added) return added;
  const entry: Entry = {
    search: '',
    kiosk: false,
    savedAt: Date.now(),
    ...about,
    id: randomId(),
    token,
    week: '',
    posts: [edition ? { ...said(fields), edition } : said(fields)],
    edition: Number(edition ?? 1),
  };
  await changeEntry(entry.id, () => entry);
  return entry;
};
