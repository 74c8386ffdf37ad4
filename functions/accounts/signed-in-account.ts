import type { Account } from '../domain/account.ts';
import { secondsOf } from '../domain/session-life.ts';
import type { AccountStore } from '../store/account-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import { enlistAccount } from './account-provinces.ts';
import { confirmedState } from './current-account.ts';
import type { IdentityProvider } from './identity-provider.ts';

export interface SignedInAccounts {
  /** Notes that somebody has signed in; undefined when the account has been disabled meanwhile. */
  record(account: Account): Promise<Account | undefined>;
}

interface Dependencies {
  provider: Pick<IdentityProvider, 'find'>;
  accounts: AccountStore;
  units: Pick<UnitStore, 'commune'>;
  now: () => Date;
}

const attempts = 5;

export const signedInAccounts = ({ provider, accounts, units, now }: Dependencies): SignedInAccounts => ({
  record: async ({ subject, grants }) => {
    for (let tries = 0; tries < attempts; tries += 1) {
      const at = secondsOf(now());
      const known = await accounts.find(subject);
      // The token may be older than a change by an administrator: where one left a mark, the provider decides.
      const isDoubtful = tries > 0 || known?.isEnabled === false;
      const identity = isDoubtful ? await provider.find(subject) : { grants, isEnabled: true };
      const before = known ?? { subject, grants: [], isEnabled: true, version: 0, confirmedAt: at };
      const account = { ...confirmedState(before, identity, at), signedInAt: at };
      if (!account.isEnabled) return undefined;
      if (account.version !== known?.version) await enlistAccount({ accounts, units }, account);
      if (await accounts.save(account, known?.version ?? 0)) return { subject, grants: account.grants };
    }
    throw new Error('an account changes faster than it can be written');
  },
});
