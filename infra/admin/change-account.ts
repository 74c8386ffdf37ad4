import { enlistAccount, provincesOf } from '../../functions/accounts/account-provinces.ts';
import { settleAccount } from '../../functions/accounts/add-account.ts';
import type { Identity } from '../../functions/accounts/identity-provider.ts';
import { accountDirectory } from '../../functions/accounts/open-account-directory.ts';
import { type AccountState, recordAccountChange } from '../../functions/administration/account-audit.ts';
import { settledOfficer } from '../../functions/administration/accounts.ts';
import { byCommand } from '../../functions/domain/audit.ts';
import { secondsOf } from '../../functions/domain/session-life.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { Trouble } from './refusal.ts';
import { type Accounts, findAccount } from './with-accounts.ts';

/** What a command makes of an account, and how the identity provider is told. */
interface AccountWish {
  of: (identity: Identity) => AccountState;
  tell: (identity: Identity) => Promise<void>;
}

/**
 * Changes an account as a page does: first its line in the audit trail of each province in which it holds something
 * before or after, then the change. What an operator holds is of no province and in no trail of one. Somebody who is to
 * come in no more is out before the identity provider is told, and somebody who may come in again only after.
 */
export const changeAccount = async (all: Accounts, email: string, wish: AccountWish): Promise<Identity> => {
  const accounts = accountStore(all.table);
  const deps = { ...all, accounts };
  const seen = await findAccount(all, email);
  const { subject } = seen;
  const codes = await provincesOf(all.units, [...seen.grants, ...wish.of(seen).grants]);
  const provinces = (await Promise.all(codes.map((code) => all.units.province(code)))).filter(
    (province) => province !== undefined,
  );
  const directory = accountDirectory(deps);
  for (const province of provinces) await settledOfficer({ ...deps, accounts: directory }, province, subject);

  const identity = await findAccount(all, email);
  const wanted = wish.of(identity);
  const version = (await accounts.find(subject))?.version ?? 0;
  const change = { subject, version, from: identity, to: wanted };
  if (!(await recordAccountChange(all.audit, provinces, change, { by: byCommand, now: all.now() })))
    throw new Trouble(`somebody changed ${email} at the same time: run the command again`);

  await enlistAccount(deps, { subject, grants: [...wanted.grants] });
  const settle = (about: { underWay?: number } = {}) =>
    settleAccount(deps, subject, {
      ...about,
      grants: [...wanted.grants],
      isEnabled: wanted.isEnabled,
      ...(identity.isEnabled && !wanted.isEnabled && { endedAt: secondsOf(all.now()) }),
    });
  if (!wanted.isEnabled) await settle({ underWay: version + 1 });
  await wish.tell(identity);
  await settle();
  return { ...identity, grants: [...wanted.grants], isEnabled: wanted.isEnabled };
};
