import type {
  AccountDirectory,
  ChangeOf,
  Invitation,
  Officer,
  ProvinceGrant,
} from '../accounts/account-directory.ts';
import { grantOf } from '../domain/account.ts';
import type { AccountProblem } from '../domain/account-problem.ts';
import { type AuditLine, type Fields, isSameChange } from '../domain/audit.ts';
import type { Province } from '../domain/unit.ts';
import type { AuditStore } from '../store/audit-store.ts';
import { type Actor, grantsIn, recordInvitation, subjectOf, written } from './account-audit.ts';

interface Dependencies {
  accounts: AccountDirectory;
  audit: Pick<AuditStore, 'find' | 'record' | 'last'>;
}

/** What shall be of an account in a province: its grants there, or whether it may sign in. */
export type AccountWish = { grants: readonly ProvinceGrant[] } | { isEnabled: boolean };

export type AccountOutcome =
  | { outcome: 'changed' | 'unchanged' }
  | { outcome: 'refused'; problem: AccountProblem };

const fieldsOf = (province: Province, officer: Officer, wish: AccountWish): Fields =>
  'grants' in wish
    ? { grants: written(grantsIn(province, officer.grants)) }
    : { isEnabled: officer.isEnabled };

const wishOf = (province: Province, { after }: AuditLine): AccountWish | undefined => {
  if (typeof after['isEnabled'] === 'boolean') return { isEnabled: after['isEnabled'] };
  if (!Array.isArray(after['grants'])) return undefined;
  const grants = after['grants'].flatMap((group) => grantOf(String(group)) ?? []);
  return { grants: grantsIn(province, grants) };
};

const isSo = (province: Province, officer: Officer, wish: AccountWish): boolean =>
  'grants' in wish
    ? written(grantsIn(province, officer.grants)).join() === written(wish.grants).join()
    : officer.isEnabled === wish.isEnabled;

/** Does what is written down to the account that was seen; the directory refuses when it has changed since. */
const carryOut = (
  { accounts }: Pick<Dependencies, 'accounts'>,
  province: Province,
  about: ChangeOf,
  wish: AccountWish,
) =>
  'grants' in wish
    ? accounts.changeGrants(province, { ...about, ...wish })
    : accounts.setEnabled(province, { ...about, ...wish });

/**
 * An account of a province, after a change whose line was written and which was then cut short has been made: before it
 * began, or between our row and the identity provider.
 */
export const settledOfficer = async (
  deps: Dependencies,
  province: Province,
  subject: string,
): Promise<Officer | undefined> => {
  const officer = await deps.accounts.find(province, subject);
  if (!officer) return undefined;
  const here = (one: Officer | undefined) =>
    one && grantsIn(province, one.grants).length > 0 ? one : undefined;
  const { version, underWay } = officer;
  const open = await deps.audit.find(province.code, subjectOf(subject), underWay ?? version + 1);
  const wish = open && wishOf(province, open);
  if (!wish || (isSo(province, officer, wish) && !underWay)) return here(officer);
  await carryOut(deps, province, { subject, version, by: open.by, line: open.version }, wish);
  return here(await deps.accounts.find(province, subject));
};

/** The accounts of a province, each after what was cut short of it. */
export const settledOfficers = async (deps: Dependencies, province: Province): Promise<Officer[]> => {
  const officers = await deps.accounts.ofProvince(province);
  const settled = await Promise.all(
    officers.map(async (officer) =>
      officer.underWay ? settledOfficer(deps, province, officer.subject) : officer,
    ),
  );
  return settled.filter((officer) => officer !== undefined);
};

/**
 * Changes an account: first its line in the audit trail, then the change. As with everything that is administered, a
 * line is known by the state that it changes, so that a change sent twice has one line. Every change moves the
 * account's version by at least one, so a line that is about the present version has not been carried out.
 */
export const changeAccount = async (
  deps: Dependencies,
  province: Province,
  { subject, seen, wish }: { subject: string; seen: number; wish: AccountWish },
  { by, now }: Actor,
): Promise<AccountOutcome> => {
  const officer = await settledOfficer(deps, province, subject);
  const refused = (problem: AccountProblem) => ({ outcome: 'refused', problem }) as const;
  if (!officer) return refused('unknown');
  if (subject === by) return refused('own_account');
  const isElsewhere = grantsIn(province, officer.grants).length < officer.grants.length;
  if ('isEnabled' in wish && isElsewhere) return refused('not_of_province');
  const line: AuditLine = {
    province: province.code,
    subject: subjectOf(subject),
    version: seen + 1,
    deed: 'account_changed',
    by,
    at: now.toISOString(),
    before: fieldsOf(province, officer, wish),
    after: 'grants' in wish ? { grants: written(wish.grants) } : { ...wish },
  };
  if (officer.version !== seen) {
    const standing = await deps.audit.find(province.code, line.subject, line.version);
    const isDone = standing && isSameChange(standing, line) && isSo(province, officer, wish);
    return isDone ? { outcome: 'changed' } : refused('changed_meanwhile');
  }
  if (isSo(province, officer, wish)) return { outcome: 'unchanged' };
  const standing = await deps.audit.record(line);
  if (!isSameChange(standing, line)) return refused('changed_meanwhile');
  const changed = await carryOut(deps, province, { subject, version: seen, by, line: line.version }, wish);
  return changed.ok ? { outcome: 'changed' } : refused(changed.problem);
};

/** Invites somebody: the account is made, the line written, and only then something given. */
export const inviteOfficer = (
  { accounts, audit }: Dependencies,
  province: Province,
  invited: { email: string; name: string; grants: readonly ProvinceGrant[] },
  actor: Actor,
): Promise<Invitation> =>
  accounts.invite(province, {
    ...invited,
    beforeGiving: (subject) => recordInvitation(audit, province, { subject, grants: invited.grants }, actor),
  });
