import type { Account, Grant } from '../domain/account.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import type { AccountStore } from '../store/account-store.ts';
import type { UnitStore } from '../store/unit-store.ts';

/** The provinces in which grants hold. */
export const provincesOf = async (
  units: Pick<UnitStore, 'commune'>,
  grants: readonly Grant[],
): Promise<ProvinceCode[]> => {
  const provinces = await Promise.all(
    grants.map(async (grant) => {
      if (grant.role === 'operator') return undefined;
      return grant.role === 'commune-chief' ? (await units.commune(grant.commune))?.province : grant.province;
    }),
  );
  return [...new Set(provinces.filter((code) => code !== undefined))];
};

/** Lists an account under every province in which it holds something. */
export const enlistAccount = async (
  { accounts, units }: { accounts: Pick<AccountStore, 'enlist'>; units: Pick<UnitStore, 'commune'> },
  { subject, grants }: Account,
): Promise<void> => accounts.enlist(subject, await provincesOf(units, grants));
