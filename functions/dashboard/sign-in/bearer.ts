import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { CurrentAccounts } from '../../accounts/current-account.ts';
import { type Account, groupOf } from '../../domain/account.ts';
import type { StaffLog } from '../../log.ts';
import type { AccountStore, StoredAccount } from '../../store/account-store.ts';
import { Unavailable } from '../../unavailable.ts';
import { accountOfClaims } from './openid.ts';

export interface BearerSettings {
  issuer: string;
  /** Whose tokens are taken: those of our own clients. */
  clientIds: readonly string[];
  /** The issuer's public keys. */
  keys: JWTVerifyGetKey;
}

interface Dependencies {
  store: Pick<AccountStore, 'find'>;
  accounts: CurrentAccounts;
  log: StaffLog;
  now: () => Date;
}

/** The keys that an issuer publishes, fetched when one is missing and at most every half minute. */
export const keysOf = (jwksUri: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 3_000, cooldownDuration: 30_000 });

/** What Amazon Cognito writes into an access token, beside what `accountOfClaims` reads. */
const AccessClaims = z.object({ token_use: z.literal('access'), client_id: z.string(), iat: z.number() });

/** Somebody who has never opened a page here: whatever they hold, the identity provider must say. */
const neverSeen = (subject: string): StoredAccount => ({
  subject,
  grants: [],
  isEnabled: true,
  version: 0,
  confirmedAt: 0,
});

const isOutage = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError);

/**
 * The account of an access token of our issuer: RS256 alone, of one of our clients, not expired, not from before the
 * account's sessions were ended. A token never gives more than the account holds now, nor more than it held then.
 */
export const bearerAccounts = (
  { issuer, clientIds, keys }: BearerSettings,
  { store, accounts, log, now }: Dependencies,
): ((token: string) => Promise<Account | undefined>) => {
  const refuse = (why: string): undefined => {
    log.refusal('access token', why);
    return undefined;
  };

  const claimsOf = async (token: string): Promise<unknown> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: now(),
      });
      return payload;
    } catch (error) {
      if (isOutage(error)) throw new Unavailable('identity provider', error);
      return refuse(error instanceof errors.JOSEError ? error.code : 'unknown');
    }
  };

  return async (token) => {
    const claims = await claimsOf(token);
    if (claims === undefined) return undefined;
    const access = AccessClaims.safeParse(claims);
    const told = accountOfClaims(claims);
    if (!access.success || !told) return refuse('not an access token');
    if (!clientIds.includes(access.data.client_id)) return refuse('of another client');

    const known = (await store.find(told.subject)) ?? neverSeen(told.subject);
    if (!known.isEnabled || access.data.iat <= (known.endedAt ?? 0)) return refuse('revoked');
    const confirmed = await accounts.confirm(known);
    if (!confirmed) return refuse('revoked');
    const groups = confirmed.grants.map(groupOf);
    return {
      subject: told.subject,
      grants: told.grants.filter((grant) => groups.includes(groupOf(grant))),
    };
  };
};
