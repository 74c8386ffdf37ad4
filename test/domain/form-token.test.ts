import { describe, expect, it } from 'vitest';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import {
  commentId,
  issueToken,
  keyIdOf,
  openToken,
  type TokenKey,
  type Visit,
} from '../../functions/domain/form-token.ts';

const key: TokenKey = { id: 'k2', secret: Buffer.from('a secret of thirty-two bytes, yes') };
const previous: TokenKey = { id: 'k1', secret: Buffer.from('the secret that was there before.') };
const keys = { find: async (id: string) => [key, previous].find((each) => each.id === id) };

const desk = newDeskCode(Uint8Array.of(1, 2, 3, 4, 5, 6, 7));
const otherDesk = newDeskCode(Uint8Array.of(7, 6, 5, 4, 3, 2, 1));
const issuedAt = new Date('2026-11-18T08:30:00.123+07:00');
const visit: Visit = { desk, commune: '18073', channel: 'qr', issuedAt, nonce: 'AAECAwQFBgcICQoLDA0ODw' };
const token = issueToken(visit, key);

const later = (ms: number): Date => new Date(issuedAt.getTime() + ms);
const open = (given: string | undefined, now = later(60_000)) => openToken(given, { desk, keys, now });

const dayMs = 86_400_000;

describe('a genuine token', () => {
  it('opens as the visit it was issued for', async () => {
    expect(await open(token)).toMatchObject({ ok: true, visit });
  });

  it('fixes the week of the visit, also when it comes back in the next', async () => {
    expect(await open(token, later(6 * dayMs))).toMatchObject({ ok: true, week: '2026-W47' });
  });

  it('carries the kiosk’s channel', async () => {
    const kiosk = issueToken({ ...visit, channel: 'kiosk' }, key);
    expect(await open(kiosk)).toMatchObject({ ok: true, visit: { channel: 'kiosk' } });
  });

  it('signed with the previous key is accepted', async () => {
    expect(await open(issueToken(visit, previous))).toMatchObject({ ok: true, key: previous });
  });

  it('names the key that signed it', () => {
    expect(keyIdOf(token)).toBe('k2');
  });

  it('is accepted to the last millisecond of its eight days', async () => {
    expect(await open(token, later(8 * dayMs))).toMatchObject({ ok: true });
  });

  it('is accepted from a clock one minute ahead', async () => {
    expect(await open(token, later(-60_000))).toMatchObject({ ok: true });
  });
});

describe('refused is', () => {
  it.each([
    ['no token', undefined],
    ['an empty token', ''],
  ])('%s, as missing', async (_, given) => {
    expect(await open(given)).toEqual({ ok: false, reason: 'missing' });
  });

  it('text that is no token, as malformed', async () => {
    expect(await open('hello')).toEqual({ ok: false, reason: 'malformed' });
  });

  it('a token one millisecond older than eight days, as expired', async () => {
    expect(await open(token, later(8 * dayMs + 1))).toEqual({ ok: false, reason: 'expired' });
  });

  it('a token from more than a minute ahead, as forged', async () => {
    expect(await open(token, later(-60_001))).toEqual({ ok: false, reason: 'forged' });
  });

  it('a token of an unknown key, as expired', async () => {
    expect(await open(issueToken(visit, { ...key, id: 'k0' }))).toEqual({ ok: false, reason: 'expired' });
  });

  it('a token signed with another secret under a known id, as forged', async () => {
    const forged = issueToken(visit, { ...key, secret: previous.secret });
    expect(await open(forged)).toEqual({ ok: false, reason: 'forged' });
  });

  it('another desk’s token, as such', async () => {
    expect(await open(issueToken({ ...visit, desk: otherDesk }, key))).toEqual({
      ok: false,
      reason: 'other_desk',
    });
  });

  it('another desk’s token even when its signature is put under this desk', async () => {
    const foreign = issueToken({ ...visit, desk: otherDesk }, key);
    expect(await open(foreign.replace(otherDesk, desk))).toEqual({ ok: false, reason: 'forged' });
  });

  // One key for every id: what is refused is refused by the signature, not for want of a key.
  const anyKey = { find: async () => key };

  it('a token with any one character replaced', async () => {
    const replacements = Array.from('09afzAFZ-_. +/=é\0\n');
    const changed = Array.from(token).flatMap((right, at) =>
      replacements
        .filter((other) => other !== right)
        .map((wrong) => token.slice(0, at) + wrong + token.slice(at + 1)),
    );
    const opened = await Promise.all(
      changed.map((given) => openToken(given, { desk, keys: anyKey, now: later(0) })),
    );
    expect(changed.filter((_, i) => opened[i]?.ok)).toEqual([]);
  });

  it('every other spelling of the last character of the signature', async () => {
    const base64url = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    const others = base64url.map((last) => token.slice(0, -1) + last).filter((other) => other !== token);
    const opened = await Promise.all(
      others.map((given) => openToken(given, { desk, keys: anyKey, now: later(0) })),
    );
    expect(others.filter((_, i) => opened[i]?.ok)).toEqual([]);
  });

  it('a token with any one character missing', async () => {
    const shorter = Array.from(token).map((_, at) => token.slice(0, at) + token.slice(at + 1));
    const opened = await Promise.all(
      shorter.map((given) => openToken(given, { desk, keys: anyKey, now: later(0) })),
    );
    expect(shorter.filter((_, i) => opened[i]?.ok)).toEqual([]);
  });

  it('a token with something added', async () => {
    expect(await open(`${token}\n`)).toMatchObject({ ok: false });
  });
});

it.each(['utf8', 'hex', 'base64', 'base64url'] as const)(
  'a token does not contain its secret in %s',
  (as) => {
    expect(token).not.toContain(Buffer.from(key.secret).toString(as).slice(0, 8));
  },
);

it('tokens of two secrets differ in their signatures only', () => {
  const other = issueToken(visit, { ...key, secret: previous.secret });
  expect(other.split('.').slice(0, -1)).toEqual(token.split('.').slice(0, -1));
});

it('a comment’s id does not contain the nonce', () => {
  expect(commentId(visit.nonce, key)).not.toContain(visit.nonce);
});

it('a comment’s id is the same for the same token', () => {
  expect(commentId(visit.nonce, key)).toBe(commentId(visit.nonce, { ...key }));
});

it('a comment’s id cannot be computed with another key', () => {
  expect(commentId(visit.nonce, key)).not.toBe(commentId(visit.nonce, previous));
});

it('a comment’s id is no signature that a token shows', () => {
  expect(token).not.toContain(commentId(visit.nonce, key));
});
