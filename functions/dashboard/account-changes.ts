import { type Grant, grantOf, groupOf } from '../domain/account.ts';
import type { AccountProblem } from '../domain/account-problem.ts';
import { type AuditLine, type Fields, isSameChange } from '../domain/audit.ts';
import type { Province } from '../domain/unit.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { AccountDirectory, Invitation, Officer, ProvinceGrant } from './account-directory.ts';

interface Dependencies {
  accounts: AccountDirectory;
  audit: Pick<AuditStore, 'find' | 'record' | 'last'>;
}

interface Actor {
  by: string;
  now: Date;
}

/** What shall be of an account in a province: its grants there, or whether it may sign in. */
export type AccountWish = { grants: readonly ProvinceGrant[] } | { isEnabled: boolean };

export type AccountOutcome =
  | { outcome: 'changed' | 'unchanged' }
  | { outcome: 'refused'; problem: AccountProblem };

const subjectOf = (subject: string): string => `ACCOUNT#${subject}`;

/** Grants that hold in a province; those held elsewhere are nothing that it may know. */
export const grantsIn = ({ code, communes }: Province, grants: readonly Grant[]): ProvinceGrant[] =>
  grants.filter((grant): grant is ProvinceGrant => {
    if (grant.role === 'operator') return false;
    return grant.role === 'commune-chief'
      ? communes.some((commune) => commune.code === grant.commune)
      : grant.province === code;
  });

/** As the audit trail has them: a line holds no name and no address. */
const written = (grants: readonly Grant[]): string[] => grants.map(groupOf).toSorted();

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
  about: { subject: string; version: number; by: string },
  wish: AccountWish,
) =>
  'grants' in wish
    ? accounts.changeGrants(province, { ...about, ...wish })
    : accounts.setEnabled(province, { ...about, ...wish });

/** An account of a province, after a change whose line was written and which was then cut short has been made. */
export const settledOfficer = async (
  deps: Dependencies,
  province: Province,
  subject: string,
): Promise<Officer | undefined> => {
  const officer = await deps.accounts.find(province, subject);
  const open = officer && (await deps.audit.find(province.code, subjectOf(subject), officer.version + 1));
  const wish = open && wishOf(province, open);
  if (!wish || isSo(province, officer, wish)) return officer;
  await carryOut(deps, province, { subject, version: officer.version, by: open.by }, wish);
  return deps.accounts.find(province, subject);
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
  const changed = await carryOut(deps, province, { subject, version: seen, by }, wish);
  return changed.ok ? { outcome: 'changed' } : refused(changed.problem);
};

/** Invites somebody: the account is made, the line written, and only then something given. */
export const inviteOfficer = (
  { accounts, audit }: Dependencies,
  province: Province,
  invited: { email: string; name: string; grants: readonly ProvinceGrant[] },
  { by, now }: Actor,
): Promise<Invitation> =>
  accounts.invite(province, {
    ...invited,
    beforeGiving: async (subject) => {
      const last = await audit.last(province.code, subjectOf(subject));
      const after = { grants: written(invited.grants) };
      // An invitation that was cut short after its line goes on under that line.
      if (last?.deed === 'account_invited' && last.by === by && isSameGrants(last.after, after)) return;
      await audit.record({
        province: province.code,
        subject: subjectOf(subject),
        version: (last?.version ?? 0) + 1,
        deed: 'account_invited',
        by,
        at: now.toISOString(),
        before: {},
        after,
      });
    },
  });

const isSameGrants = (a: Fields, b: Fields): boolean => String(a['grants']) === String(b['grants']);
