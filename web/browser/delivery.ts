import { weekOf } from '../../functions/domain/iso-week.ts';
import { tokenMoment } from '../../functions/domain/token-moment.ts';
import { exclusively } from './exclusively.ts';
import { allEntries, changeEntry, changeNote, type Entry, type Fields, readNote } from './outbox-store.ts';
import { ask, isReply, type NoReply, type Reply } from './request.ts';

const hourMs = 3_600_000;
/** Our service takes a week as long as it is one of the last eight days'. */
const keptMs = 8 * 24 * hourMs;
/** As long as an answer may be corrected. */
const addableMs = 2 * hourMs;
/** Another page or the worker may want to deliver, too. */
const turnMs = 30_000;

export interface Delivered {
  id: string;
  /** The last post and the page that answered it. */
  path: string;
  fields: Fields;
  html: string;
}

/** What a round of delivery left behind. */
export interface Round {
  isDone: boolean;
  /** How long our service asked to be left alone. */
  waitMs: number;
  /** Whether this tablet was refused as a kiosk. */
  isUnpaired?: boolean;
}

const isAlive = ({ posts, savedAt }: Entry): boolean =>
  Date.now() - savedAt < (posts.length > 0 ? keptMs : addableMs);

const waitedMs = ({ savedAt }: Entry): number => Math.max(0, Date.now() - savedAt);

/** The week of a moment that long before the token was issued: this device's clock is asked for a difference only. */
const weekBefore = (token: string, agoMs: number): string => {
  const issuedAt = tokenMoment(token);
  return issuedAt ? weekOf(new Date(issuedAt.getTime() - agoMs)) : '';
};

const credentialKey = (desk: string): string => `kiosk ${desk}`;
export const readCredential = (desk: string): Promise<unknown> => readNote(credentialKey(desk));
export const keepCredential = (desk: string, credential: string): Promise<unknown> =>
  changeNote(credentialKey(desk), () => credential);

/** A token of the kiosk's channel: only who holds the credential gets one. */
export const kioskToken = async ({ desk }: Pick<Entry, 'desk'>): Promise<Reply | NoReply> => {
  const credential = await readCredential(desk);
  return typeof credential === 'string'
    ? ask(`/d/${desk}/kiosk/token`, { credential })
    : { status: 403, text: '', isTokenRefused: false };
};

const formToken = async ({ desk, search }: Entry): Promise<Reply | NoReply> => {
  const reply = await ask(`/d/${desk}${search}`);
  return isReply(reply)
    ? { ...reply, text: /name="token" value="([^"]+)/.exec(reply.text)?.[1] ?? '' }
    : reply;
};

/** What is left of an answer after its first post was replied to; undefined when nothing more can become of it. */
const after = (entry: Entry, reply: Reply, wasTried: boolean): Entry | undefined => {
  const [first, ...rest] = entry.posts;
  const isRating = first && !first['edition'];
  if (reply.isTokenRefused) return isRating && !wasTried ? { ...entry, token: '', tried: false } : undefined;
  if (reply.status === 400 && isRating) {
    // The questions may have changed while it waited; the rating itself is asked as ever.
    const { overall = '', ...more } = first;
    return Object.keys(more).length > 0 ? { ...entry, posts: [{ overall }, ...rest] } : undefined;
  }
  if (![200, 400, 409].includes(reply.status)) return undefined;
  if (rest.length > 0) return { ...entry, posts: rest };
  // What was said is forgotten; the token stays as long as something may be added. A kiosk keeps nothing.
  return entry.kiosk ? undefined : { ...entry, posts: [], savedAt: Date.now() };
};

/**
 * Delivers all posts of one answer. Its token is on the disk before anything is sent under it, so however often this
 * is cut short and begun again, it is the same token: one response. A refused token is replaced only when nothing was
 * ever sent under it.
 */
const deliver = async (id: string): Promise<Delivered | Round | undefined> => {
  let delivered: Delivered | undefined;
  let isRenewed = false;
  for (;;) {
    const known = await changeEntry(id, (entry) => (entry && isAlive(entry) ? entry : undefined));
    if (!known || known.posts.length === 0) return delivered;
    if (!known.token) {
      const reply = await (known.kiosk ? kioskToken : formToken)(known);
      if (!isReply(reply)) return { isDone: false, waitMs: reply.waitMs };
      const { status, text: token } = reply;
      if (known.kiosk && status === 403) return { isDone: false, waitMs: 0, isUnpaired: true };
      const week = weekBefore(token, waitedMs(known));
      // Without a token in it, it is a page that says that this desk takes no more answers.
      await changeEntry(id, (entry) =>
        week && entry ? (entry.token ? entry : { ...entry, token, week }) : undefined,
      );
      continue;
    }
    // Surely not sent is better than perhaps sent: what is added meanwhile still goes into the same post.
    if (!known.tried && !navigator.onLine) return { isDone: false, waitMs: 0 };
    const entry = await changeEntry(id, (now) => now && { ...now, tried: true });
    const [first] = entry?.posts ?? [];
    if (!entry || !first) continue;
    const { desk, search, token } = entry;
    const week = entry.week || (waitedMs(entry) > hourMs ? weekBefore(token, 0) : '');
    const [path, fields] = first['edition']
      ? [`/d/${desk}/details${search}`, { ...first, token }]
      : [`/d/${desk}${search}`, { ...first, token, ...(week && { week }) }];
    const reply = await ask(path, fields);
    if (!isReply(reply)) return { isDone: false, waitMs: reply.waitMs };
    if (reply.status < 300) delivered = { id, path, fields, html: reply.text };
    await changeEntry(id, (now) => now && after(now, reply, known.tried));
    // A token just fetched that is refused as well: something is wrong that only time can mend.
    if (reply.isTokenRefused && isRenewed) return { isDone: false, waitMs: 0 };
    isRenewed = reply.isTokenRefused;
  }
};

/** Delivers what waits, one answer at a time; one that failed before comes last, so that it stands in nobody's way. */
const deliverAll = async (onDelivered: (delivered: Delivered) => void): Promise<Round> => {
  const endsAt = Date.now() + turnMs;
  const pauseMs = Number(await readNote('until')) - Date.now();
  if (pauseMs > 0 && pauseMs <= hourMs) return { isDone: false, waitMs: pauseMs };
  const entries = (await allEntries()).sort((a, b) => Number(a.tried) - Number(b.tried));
  for (const { id } of entries) {
    if (Date.now() > endsAt) return { isDone: false, waitMs: 0 };
    const outcome = await deliver(id);
    if (outcome && 'isDone' in outcome) {
      const { waitMs } = outcome;
      if (waitMs > 0) await changeNote('until', () => Date.now() + waitMs);
      return outcome;
    }
    if (outcome) onDelivered(outcome);
  }
  return { isDone: true, waitMs: 0 };
};

export const flush = async (onDelivered: (delivered: Delivered) => void = () => {}): Promise<Round> =>
  (await exclusively(() => deliverAll(onDelivered))) ?? { isDone: false, waitMs: turnMs };
