import { randomBytes } from 'node:crypto';
import type { SignedInAccounts } from '../../accounts/signed-in-account.ts';
import type { Account } from '../../domain/account.ts';
import { secondsOf } from '../../domain/session-life.ts';
import type { SignInStore } from '../../store/sign-in-store.ts';
import type { OpenId } from './openid.ts';

/** Seconds in which a person must have signed in at the identity provider. */
const attemptSeconds = 10 * 60;

export type SignInResult = { ok: true; account: Account; returnTo: string } | { ok: false; why: string };

/** Signing in, from the way to the identity provider to the way back. */
export interface SignIn {
  /** @returns where to send the browser, and what it must bring back as a cookie */
  begin(returnTo: string): Promise<{ location: string; attempt: string }>;
  /**
   * @param query what the identity provider sent the browser back with
   * @param attempt what the browser's cookie says
   */
  finish(query: string, attempt: string | undefined): Promise<SignInResult>;
}

interface Dependencies {
  openId: OpenId;
  attempts: SignInStore;
  accounts: SignedInAccounts;
  now: () => Date;
}

export const signIn = ({ openId, attempts, accounts, now }: Dependencies): SignIn => ({
  begin: async (returnTo) => {
    const { location, secrets } = await openId.authorize();
    const attempt = randomBytes(32).toString('base64url');
    const expiresAt = secondsOf(now()) + attemptSeconds;
    await attempts.put(attempt, { ...secrets, returnTo, expiresAt });
    return { location, attempt };
  },

  finish: async (query, attempt) => {
    if (attempt === undefined) return { ok: false, why: 'not begun in this browser' };
    const taken = await attempts.take(attempt);
    if (!taken) return { ok: false, why: 'unknown or used before' };
    if (secondsOf(now()) >= taken.expiresAt) return { ok: false, why: 'too late' };
    const redeemed = await openId.redeem(query, taken);
    if (!redeemed.ok) return redeemed;
    const account = await accounts.record(redeemed.account);
    return account ? { ok: true, account, returnTo: taken.returnTo } : { ok: false, why: 'account disabled' };
  },
});
