import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { CurrentAccounts } from '../../accounts/current-account.ts';
import { isSessionOver, isUseDue, secondsOf } from '../../domain/session-life.ts';
import type { StaffLog } from '../../log.ts';
import type { SessionStore } from '../../store/session-store.ts';
import type { Sessions } from '../dependencies.ts';
import type { BrowserCookie } from './browser-cookie.ts';

interface Dependencies {
  store: SessionStore;
  accounts: CurrentAccounts;
  cookie: BrowserCookie;
  log: StaffLog;
  now: () => Date;
}

const newSecret = (): string => randomBytes(32).toString('base64url');

interface Presented {
  subject: string;
  id: string;
}

/** What the cookie holds: whose session it says it is, so that session and account are one read, and the secret. */
const parseCookie = (value: string | undefined): Presented | undefined => {
  const [, subject, id] = /^([\w-]{1,64})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  return subject && id ? { subject, id } : undefined;
};

/** Sessions that the server keeps: the browser has nothing but a random id. */
export const staffSessions = ({ store, accounts, cookie, log, now }: Dependencies): Sessions => {
  const refuse = (why: string): undefined => log.refusal('session', why) ?? undefined;

  return {
    find: async (c: Context) => {
      const value = cookie.read(c);
      if (value === undefined) return undefined;
      const presented = parseCookie(value);
      if (!presented) return refuse('malformed');
      const { session, account } = await store.find(presented.id, presented.subject);
      if (!session) return refuse('unknown');
      if (session.subject !== presented.subject) return refuse('of somebody else');
      if (isSessionOver(session, now())) return refuse('expired');
      if (!account?.isEnabled || session.beganAt <= (account.endedAt ?? 0)) return refuse('revoked');
      const confirmed = await accounts.confirm(account);
      if (!confirmed) return refuse('revoked');
      if (isUseDue(session, now())) {
        await store.keep(presented.id, { ...session, lastSeenAt: secondsOf(now()) });
      }
      return { account: { subject: session.subject, grants: confirmed.grants }, csrf: session.csrf };
    },

    begin: async (c, subject) => {
      const earlier = parseCookie(cookie.read(c));
      if (earlier) await store.end(earlier.id);
      const id = newSecret();
      const at = secondsOf(now());
      await store.begin(id, { subject, csrf: newSecret(), beganAt: at, lastSeenAt: at });
      cookie.write(c, `${subject}.${id}`);
    },

    end: async (c) => {
      const presented = parseCookie(cookie.read(c));
      if (presented) await store.end(presented.id);
      cookie.clear(c);
    },
  };
};
