import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IdentityFile, identityFile } from '../../infra/local/identity-file.ts';
import { localIdentities } from '../../infra/local/local-identities.ts';
import { passwordSignIn, type TypedPassword } from '../../infra/local/password-sign-in.ts';
import { hashPassword, isPassword, newPassword } from '../../infra/local/passwords.ts';
import { minuteMs } from '../support/samples.ts';

let folder: string;
let file: IdentityFile;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-identity-'));
  file = identityFile(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const email = 'chief@example.vn';
const own = 'a long sentence of my own';

describe('a password', () => {
  it('is kept as a hash with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword(own), hashPassword(own)]);
    expect(one.hash).not.toBe(other.hash);
    expect([await isPassword(own, one), await isPassword(`${own} `, one)]).toEqual([true, false]);
  });

  it('typed in another normal form of Unicode is the same', async () => {
    expect(
      await isPassword('Mật khẩu của tôi'.normalize('NFD'), await hashPassword('Mật khẩu của tôi')),
    ).toBe(true);
  });

  it('that is made for somebody is another one each time, without letters that look alike', () => {
    const made = Array.from({ length: 200 }, newPassword);
    expect(new Set(made).size).toBe(200);
    expect(made.join('')).toMatch(/^[a-hj-km-np-z2-9-]+$/);
  });
});

describe('the file of identities', () => {
  it('is for its owner alone, and holds no password', async () => {
    const created = await localIdentities(file).create({ email, name: 'Cường' });
    const path = join(folder, 'identities.json');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    if (!created.isNew || !created.temporaryPassword) throw new Error('no password was made');
    expect(await readFile(path, 'utf8')).not.toContain(created.temporaryPassword);
  });

  it('loses no change when several are made at once', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `person-${n}`);
    await Promise.all(
      names.map((subject) =>
        identityFile(folder).change((identities) => {
          identities.push({ subject, email: subject, name: subject, groups: [], isEnabled: true });
        }),
      ),
    );
    expect((await file.all()).map(({ subject }) => subject).toSorted()).toEqual(names.toSorted());
  });

  it('is whole and free again when a change fails', async () => {
    await localIdentities(file).create({ email, name: 'Cường' });
    await expect(
      file.change((identities) => {
        identities.length = 0;
        throw new Error('cut short');
      }),
    ).rejects.toThrow('cut short');
    expect(await file.all()).toHaveLength(1);
  });

  it('is not kept locked by a process that was killed', async () => {
    const lock = join(folder, 'identities.json.lock');
    await writeFile(lock, '');
    const longAgo = new Date(Date.now() - minuteMs);
    await utimes(lock, longAgo, longAgo);
    expect(await file.change(() => 'changed')).toBe('changed');
  });
});

describe('signing in with a password', () => {
  let temporary: string;
  let at: number;
  let signIn: (typed: TypedPassword) => Promise<unknown>;

  beforeEach(async () => {
    const created = await localIdentities(file).create({ email, name: 'Cường' });
    temporary = (created.isNew && created.temporaryPassword) || '';
    at = 0;
    signIn = passwordSignIn(file, () => at);
  });

  const change = (newPassword: string, repeated = newPassword) =>
    signIn({ email, password: temporary, newPassword, repeated });

  it('begins with choosing one', async () => {
    expect(await signIn({ email, password: temporary })).toEqual({ ok: false, problem: 'must_change' });
    expect(await change(own)).toMatchObject({ ok: true });
    expect(await signIn({ email: ' CHIEF@example.vn ', password: own })).toMatchObject({ ok: true });
    expect(await signIn({ email, password: temporary })).toEqual({ ok: false, problem: 'wrong' });
  });

  it.each([
    ['short', 'short', 'too_short'],
    [own, `${own}!`, 'not_repeated'],
  ])('says what is wrong with a new one: %s, %s', async (newPassword, repeated, problem) => {
    expect(await change(newPassword, repeated)).toEqual({ ok: false, problem });
  });

  it('knows an address however its letters were composed when it was stored and when it is typed', async () => {
    const created = await localIdentities(file).create({ email: 'hòa@example.vn', name: 'Hòa' });
    await file.change((identities) => {
      for (const identity of identities) identity.email = identity.email.normalize('NFD');
    });
    const password = (created.isNew && created.temporaryPassword) || '';
    const refused = { ok: false, problem: 'must_change' };
    for (const form of ['NFC', 'NFD']) {
      expect(await signIn({ email: 'hòa@example.vn'.normalize(form), password })).toEqual(refused);
    }
  });

  it('takes a new one repeated in the other form, and counts its letters, not their marks', async () => {
    const long = 'ế'.repeat(20);
    expect(await change('ếếếếế'.normalize('NFD'))).toEqual({ ok: false, problem: 'too_short' });
    expect(await change(long, long.normalize('NFD'))).toMatchObject({ ok: true });
  });

  it('does not take the old one for a new one', async () => {
    expect(await change(temporary)).toEqual({ ok: false, problem: 'same_as_before' });
  });

  it('is refused in the same words for a wrong password, an unknown address and a disabled account', async () => {
    const refused = { ok: false, problem: 'wrong' };
    expect(await signIn({ email, password: 'wrong' })).toEqual(refused);
    expect(await signIn({ email: 'nobody@example.vn', password: own })).toEqual(refused);
    await change(own);
    await file.change(([identity]) => {
      if (identity) identity.isEnabled = false;
    });
    expect(await signIn({ email, password: own })).toEqual(refused);
  });

  it('waits a quarter of an hour after eight wrong passwords, also with the right one', async () => {
    for (let guess = 0; guess < 8; guess += 1) await signIn({ email, password: `guess ${guess}` });
    expect(await signIn({ email, password: temporary })).toEqual({ ok: false, problem: 'wait' });
    at += 15 * minuteMs;
    expect(await signIn({ email, password: temporary })).toEqual({ ok: false, problem: 'must_change' });
  });

  it('of one person does not wait for another', async () => {
    for (let guess = 0; guess < 8; guess += 1) await signIn({ email: 'other@example.vn', password: 'x' });
    expect(await signIn({ email, password: temporary })).toEqual({ ok: false, problem: 'must_change' });
  });
});
