import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { endOfSession } from '../domain/session-life.ts';
import { StoredAccount } from './account-store.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Somebody who signed in, from one browser. Moments are seconds since 1970. */
const Session = z.object({
  subject: z.string(),
  /** What the forms of this session carry. */
  csrf: z.string(),
  beganAt: z.number(),
  lastSeenAt: z.number(),
});
export type Session = z.infer<typeof Session>;

export interface SessionStore {
  /** The session of an id, also one that is over, and the account that the browser says it is of: one read. */
  find(
    id: string,
    subject: string,
  ): Promise<{ session: Session | undefined; account: StoredAccount | undefined }>;
  begin(id: string, session: Session): Promise<void>;
  /** Notes a use, unless the session has been ended meanwhile. */
  keep(id: string, session: Session): Promise<void>;
  end(id: string): Promise<void>;
}

/** The table knows sessions by a hash: who can read it can't take one over. */
const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url');

export const sessionStore = (table: Table): SessionStore => ({
  find: async (id, subject) => {
    const key = keys.session(hashOf(id));
    const items = await table.getAll([key, keys.account(subject)], { consistent: true });
    const session = items.find(({ pk }) => pk === key.pk);
    const account = items.find(({ pk }) => pk !== key.pk);
    return {
      session: session && Session.parse(session),
      account: account && StoredAccount.parse(account),
    };
  },

  begin: async (id, session) => {
    await table.put({ ...keys.session(hashOf(id)), ...session, expiresAt: endOfSession(session) });
  },

  keep: async (id, session) => {
    await table.update(keys.session(hashOf(id)), 'SET lastSeenAt = :lastSeenAt, expiresAt = :expiresAt', {
      expression: 'attribute_exists(pk)',
      values: { ':lastSeenAt': session.lastSeenAt, ':expiresAt': endOfSession(session) },
    });
  },

  end: (id) => table.delete(keys.session(hashOf(id))),
});
