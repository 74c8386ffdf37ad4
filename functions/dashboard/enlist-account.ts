import type { Account } from '../domain/account.ts';
import type { AccountStore } from '../store/account-store.ts';
import type { UnitStore } from '../store/unit-store.ts';

/** Lists an account under every province in which it holds something. */
export const enlistAccount = async (
  { accounts, units }: { accounts: Pick<AccountStore, 'enlist'>; units: Pick<UnitStore, 'commune'> },
  { subject, grants }: Account,
): Promise<void> => {
  const provinces = await Promise.all(
    grants.map(async (grant) => {
      if (grant.role === 'operator') return undefined;
      return grant.role === 'commune-chief' ? (await units.commune(grant.commune))?.province : grant.province;
    }),
  );
  await accounts.enlist(subject, [...new Set(provinces.filter((code) => code !== undefined))]);
};
