import { beforeEach, describe, expect, it } from 'vitest';
import { type AccountStore, accountStore, type StoredAccount } from '../../functions/store/account-store.ts';
import { type SessionStore, sessionStore } from '../../functions/store/session-store.ts';
import { type SignInStore, signInStore } from '../../functions/store/sign-in-store.ts';
import { engines } from '../support/engine.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const id = 'A'.repeat(43);
const chief: StoredAccount = {
  subject: 'chief',
  grants: [{ role: 'commune-chief', commune: '18073' }],
  isEnabled: true,
  version: 1,
  confirmedAt: 1_000,
};

describe.each(engines)('on %s', (engine) => {
  let opened: OpenTestTable;
  let accounts: AccountStore;
  let sessions: SessionStore;
  let signIns: SignInStore;

  beforeEach(async () => {
    opened = await openTestTable(engine);
    accounts = accountStore(opened.table);
    sessions = sessionStore(opened.table);
    signIns = signInStore(opened.table);
  });

  describe('an account', () => {
    it('is written over the state that was seen, and over no other', async () => {
      expect(await accounts.save(chief, 0)).toBe(true);
      expect(await accounts.save({ ...chief, version: 2 }, 0)).toBe(false);
      expect(await accounts.save({ ...chief, grants: [], version: 2 }, 1)).toBe(true);
      expect(await accounts.save({ ...chief, version: 2 }, 1)).toBe(false);
      expect(await accounts.find('chief')).toEqual({ ...chief, grants: [], version: 2 });
    });

    it('keeps what a later writing does not mention', async () => {
      await accounts.save({ ...chief, signedInAt: 900, endedAt: 800 }, 0);
      await accounts.save({ ...chief, confirmedAt: 2_000 }, 1);
      expect(await accounts.find('chief')).toEqual({
        ...chief,
        confirmedAt: 2_000,
        signedInAt: 900,
        endedAt: 800,
      });
    });

    it('is listed under every province that it was enlisted in, once', async () => {
      await accounts.save(chief, 0);
      await accounts.enlist('chief', ['42', '01']);
      await accounts.enlist('chief', ['42']);
      expect(await accounts.everOfProvince('42')).toEqual([chief]);
      expect(await accounts.everOfProvince('01')).toEqual([chief]);
      expect(await accounts.everOfProvince('4')).toEqual([]);
    });

    it('that was enlisted but never written is not listed', async () => {
      await accounts.enlist('chief', ['42']);
      expect(await accounts.everOfProvince('42')).toEqual([]);
    });
  });

  describe('a session', () => {
    const session = { subject: 'chief', csrf: 'csrf', beganAt: 1_000, lastSeenAt: 1_000 };

    it('is found together with its account', async () => {
      await accounts.save(chief, 0);
      await sessions.begin(id, session);
      expect(await sessions.find(id, 'chief')).toEqual({ session, account: chief });
    });

    it('is found beside whatever account it is said to be of', async () => {
      await sessions.begin(id, session);
      expect(await sessions.find(id, 'admin')).toEqual({ session, account: undefined });
    });

    it('moves its end with its use', async () => {
      await sessions.begin(id, session);
      await sessions.keep(id, { ...session, lastSeenAt: 2_000 });
      const [item] = await opened.items('SESSION#');
      expect(item).toMatchObject({ lastSeenAt: 2_000, expiresAt: 2_000 + 30 * 60 });
    });

    it('that has ended is not brought back by a use', async () => {
      await sessions.begin(id, session);
      await sessions.end(id);
      await sessions.keep(id, { ...session, lastSeenAt: 2_000 });
      expect(await opened.items('SESSION#')).toEqual([]);
    });
  });

  describe('a sign-in under way', () => {
    const attempt = { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/dashboard', expiresAt: 1_600 };

    it('is given out once, also when two ask at the same time', async () => {
      await signIns.put(id, attempt);
      const taken = await Promise.all([signIns.take(id), signIns.take(id)]);
      expect(taken.filter((each) => each !== undefined)).toEqual([attempt]);
      expect(await signIns.take(id)).toBeUndefined();
    });

    it('that nobody began is none', async () => {
      expect(await signIns.take(id)).toBeUndefined();
      expect(await opened.items()).toEqual([]);
    });
  });

  it('secrets of browsers are not in the table', async () => {
    await sessions.begin(id, { subject: 'chief', csrf: 'csrf', beganAt: 1, lastSeenAt: 1 });
    await signIns.put(id, { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/', expiresAt: 1 });
    expect(JSON.stringify(await opened.items())).not.toContain(id);
  });
});
