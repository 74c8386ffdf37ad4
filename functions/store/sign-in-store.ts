import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What a sign-in under way must get back from the identity provider, and where it leads. */
const SignInAttempt = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  /** Seconds since 1970. */
  expiresAt: z.number(),
});
export type SignInAttempt = z.infer<typeof SignInAttempt>;

export interface SignInStore {
  put(id: string, attempt: SignInAttempt): Promise<void>;
  /** Each attempt is given out once; undefined for every later time. Also one that has expired is given out. */
  take(id: string): Promise<SignInAttempt | undefined>;
}

const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url');

export const signInStore = (table: Table): SignInStore => ({
  put: async (id, attempt) => {
    await table.put({ ...keys.signIn(hashOf(id)), ...attempt });
  },

  take: async (id) => {
    const taken = await table.update(keys.signIn(hashOf(id)), 'SET isTaken = :yes', {
      expression: 'attribute_exists(pk) AND attribute_not_exists(isTaken)',
      values: { ':yes': true },
    });
    return taken && SignInAttempt.parse(taken);
  },
});
