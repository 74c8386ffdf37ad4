import type { Grant } from '../domain/account.ts';
import { secondsOf } from '../domain/session-life.ts';
import type { AccountStore, StoredAccount } from '../store/account-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import { enlistAccount } from './account-provinces.ts';
import type { IdentityProvider, NewIdentity } from './identity-provider.ts';

const attempts = 5;

/**
 * Writes over whatever is stored of an account: for what the identity provider has already been told.
 * @param leastVersion that the account has then, where a line of the audit trail makes one
 */
export const settleAccount = async (
  { accounts, now }: { accounts: Pick<AccountStore, 'find' | 'save'>; now: () => Date },
  subject: string,
  change: Partial<StoredAccount>,
  leastVersion = 1,
): Promise<StoredAccount> => {
  for (let tries = 0; tries < attempts; tries += 1) {
    const known = await accounts.find(subject);
    const settled: StoredAccount = {
      ...(known ?? { subject, grants: [], isEnabled: true }),
      underWay: 0,
      ...change,
      confirmedAt: secondsOf(now()),
      version: Math.max((known?.version ?? 0) + 1, leastVersion),
    };
    if (await accounts.save(settled, known?.version ?? 0)) return settled;
  }
  throw new Error('an account changes faster than it can be written');
};

export interface NewAccounts {
  provider: Pick<IdentityProvider, 'create' | 'give'>;
  accounts: AccountStore;
  units: Pick<UnitStore, 'commune'>;
  now: () => Date;
}

/**
 * Makes an account with grants. One that is there and holds nothing is taken up again: it was left behind by a
 * handover, or by an invitation that was cut short. Undefined when somebody holds something under this address.
 */
export const addAccount = async (
  deps: NewAccounts,
  {
    email,
    name,
    grants,
    beforeGiving,
  }: {
    email: string;
    name: string;
    grants: readonly Grant[];
    beforeGiving?: (subject: string) => Promise<number>;
  },
): Promise<{ created: NewIdentity; account: StoredAccount } | undefined> => {
  const created = await deps.provider.create({ email, name });
  const { subject, grants: held, isEnabled } = created.identity;
  if (!created.isNew && (held.length > 0 || !isEnabled)) return undefined;
  const version = await beforeGiving?.(subject);
  await enlistAccount(deps, { subject, grants: [...grants] });
  await deps.provider.give(subject, grants);
  const account = await settleAccount(deps, subject, { grants: [...grants], isEnabled: true }, version);
  return { created, account };
};
