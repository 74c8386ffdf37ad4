import { enlistAccount } from '../../functions/accounts/account-provinces.ts';
import { addAccount, settleAccount } from '../../functions/accounts/add-account.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { addDemoAccounts } from './demo/demo-accounts.ts';
import type { IdentityFile } from './identity-file.ts';
import { identityOf, localIdentities } from './local-identities.ts';

/** Said once, when it is made: only a hash of the password is kept. */
export interface FirstOperator {
  email: string;
  password: string;
}

const operatorEmail = 'operator@localhost';

interface Settings {
  table: Table;
  identities: IdentityFile;
  demo: boolean;
  now: () => Date;
}

/** Sees to it that somebody can sign in: the people of the demonstration, or an operator who lets others in. */
export const addFirstAccounts = async ({
  table,
  identities,
  demo,
  now,
}: Settings): Promise<FirstOperator | undefined> => {
  const deps = { accounts: accountStore(table), units: unitStore(table), now };
  if (demo) {
    for (const added of await addDemoAccounts(identities)) {
      const { subject, grants } = identityOf(added);
      await enlistAccount(deps, { subject, grants });
      await settleAccount(deps, subject, { grants, isEnabled: true });
    }
    return undefined;
  }
  if ((await identities.all()).length > 0) return undefined;
  const added = await addAccount(
    { ...deps, provider: localIdentities(identities) },
    { email: operatorEmail, name: 'Vận hành hệ thống', grants: [{ role: 'operator' }] },
  );
  const created = added?.created;
  return created?.isNew && created.temporaryPassword
    ? { email: operatorEmail, password: created.temporaryPassword }
    : undefined;
};
