import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DeskCode } from './desk-code.ts';
import { type Week, weekOf } from './iso-week.ts';
import { type Channel, channels } from './questionnaire.ts';
import type { CommuneCode } from './unit.ts';
import { deliveryDays } from './week-life.ts';

/** A secret that signs tokens, under a short public id. */
export interface TokenKey {
  id: string;
  secret: Uint8Array;
}

/** Where keys come from: one signs, the one before it is still accepted. */
export interface TokenKeys {
  current(): Promise<TokenKey>;
  /** Undefined for a key that never was or is too old. */
  find(id: string): Promise<TokenKey | undefined>;
}

/** What a form was issued for. No moment of it is ever stored. */
export interface Visit {
  desk: DeskCode;
  commune: CommuneCode;
  channel: Channel;
  issuedAt: Date;
  /** 128 random bits, base64url: becomes the id of the response. */
  nonce: string;
}

export type TokenRefusal = 'missing' | 'malformed' | 'forged' | 'expired' | 'other_desk';

export type OpenedToken =
  | { ok: true; visit: Visit; week: Week; key: TokenKey }
  | { ok: false; reason: TokenRefusal };

const validMs = deliveryDays * 86_400_000;
/** Clocks of two machines may differ: a token may seem to come from the near future. */
const skewMs = 60_000;

const channelLetters: Record<Channel, string> = { qr: 'q', kiosk: 'k', assisted: 'a' };

const sign = (body: string, key: TokenKey): string =>
  createHmac('sha256', key.secret).update(body).digest('base64url');

/** key id . desk . commune . channel . moment (ms, base 36) . nonce . HMAC-SHA-256 of all before it. */
export const issueToken = ({ desk, commune, channel, issuedAt, nonce }: Visit, key: TokenKey): string => {
  const body = [key.id, desk, commune, channelLetters[channel], issuedAt.getTime().toString(36), nonce].join(
    '.',
  );
  return `${body}.${sign(body, key)}`;
};

/** The id of the key that a token says it was signed with; undefined when it is no token at all. */
export const keyIdOf = (token: string): string | undefined =>
  /^([\w-]{1,40})\.[0-9A-Z]{8}\.\d{5}\.[qka]\.[0-9a-z]{1,10}\.[\w-]{22}\.[\w-]{43}$/.exec(token)?.[1];

/** Checks a token that a form for `desk` sent back, in constant time where it compares secrets. */
export const openToken = async (
  token: string | undefined,
  { desk, keys, now }: { desk: DeskCode; keys: Pick<TokenKeys, 'find'>; now: Date },
): Promise<OpenedToken> => {
  if (!token) return { ok: false, reason: 'missing' };
  const keyId = keyIdOf(token);
  if (keyId === undefined) return { ok: false, reason: 'malformed' };
  const key = await keys.find(keyId);
  if (!key) return { ok: false, reason: 'expired' };

  const bodyEnd = token.lastIndexOf('.');
  const body = token.slice(0, bodyEnd);
  // Compared as text: base64url has several spellings of the same bytes, and only ours is genuine.
  const given = Buffer.from(token.slice(bodyEnd + 1));
  const expected = Buffer.from(sign(body, key));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, reason: 'forged' };
  }

  const [, tokenDesk = '', commune = '', letter, moment = '', nonce = ''] = body.split('.');
  const channel = channels.find((name) => channelLetters[name] === letter);
  if (!channel) return { ok: false, reason: 'malformed' };
  if (tokenDesk !== desk) return { ok: false, reason: 'other_desk' };
  const issuedAt = new Date(Number.parseInt(moment, 36));
  const age = now.getTime() - issuedAt.getTime();
  if (age > validMs) return { ok: false, reason: 'expired' };
  if (age < -skewMs) return { ok: false, reason: 'forged' };
  return { ok: true, visit: { desk, commune, channel, issuedAt, nonce }, week: weekOf(issuedAt), key };
};

/**
 * Where a response's comment is kept: only who has the token can compute it, and once the key is gone nobody can
 * tell which comment belongs to which response.
 */
export const commentId = (nonce: string, key: TokenKey): string =>
  createHmac('sha256', key.secret).update(`comment:${nonce}`).digest('base64url');
