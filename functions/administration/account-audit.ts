import type { ProvinceGrant } from '../accounts/account-directory.ts';
import { type Grant, groupOf } from '../domain/account.ts';
import { type Fields, isSameChange } from '../domain/audit.ts';
import type { Province } from '../domain/unit.ts';
import type { AuditStore } from '../store/audit-store.ts';

export interface Actor {
  by: string;
  now: Date;
}

/** What an account is called in the audit trail. */
export const subjectOf = (subject: string): string => `ACCOUNT#${subject}`;

/** Grants that hold in a province; those held elsewhere are nothing that it may know. */
export const grantsIn = ({ code, communes }: Province, grants: readonly Grant[]): ProvinceGrant[] =>
  grants.filter((grant): grant is ProvinceGrant => {
    if (grant.role === 'operator') return false;
    return grant.role === 'commune-chief'
      ? communes.some((commune) => commune.code === grant.commune)
      : grant.province === code;
  });

/** As the audit trail has them: a line holds no name and no address. */
export const written = (grants: readonly Grant[]): string[] => grants.map(groupOf).toSorted();

const isSameGrants = (a: Fields, b: Fields): boolean => String(a['grants']) === String(b['grants']);

/**
 * Writes down what an account that holds nothing is given.
 * @returns the version that the line makes: the account has to have it at least, or the line would stand for a change
 * that is still to come
 */
export const recordInvitation = async (
  audit: Pick<AuditStore, 'last' | 'record'>,
  province: Province,
  { subject, grants }: { subject: string; grants: readonly Grant[] },
  { by, now }: Actor,
): Promise<number> => {
  const last = await audit.last(province.code, subjectOf(subject));
  const after = { grants: written(grantsIn(province, grants)) };
  // An invitation that was cut short after its line goes on under that line.
  if (last?.deed === 'account_invited' && last.by === by && isSameGrants(last.after, after))
    return last.version;
  const version = (last?.version ?? 0) + 1;
  await audit.record({
    province: province.code,
    subject: subjectOf(subject),
    version,
    deed: 'account_invited',
    by,
    at: now.toISOString(),
    before: {},
    after,
  });
  return version;
};

/** An account as far as the trail follows it. */
export interface AccountState {
  grants: readonly Grant[];
  isEnabled: boolean;
}

const fieldsIn = (province: Province, { grants, isEnabled }: AccountState) => ({
  grants: written(grantsIn(province, grants)),
  isEnabled,
});

/**
 * Writes down, in the trail of each province that it is about, what is to become of an account.
 * @param version of the account as it was seen
 * @returns whether nobody else has written down another change of that version
 */
export const recordAccountChange = async (
  audit: Pick<AuditStore, 'record'>,
  provinces: readonly Province[],
  { subject, version, from, to }: { subject: string; version: number; from: AccountState; to: AccountState },
  { by, now }: Actor,
): Promise<boolean> => {
  for (const province of provinces) {
    const [before, after] = [fieldsIn(province, from), fieldsIn(province, to)];
    const changed = (['grants', 'isEnabled'] as const).filter(
      (field) => String(before[field]) !== String(after[field]),
    );
    if (changed.length === 0) continue;
    const only = (fields: Fields): Fields =>
      Object.fromEntries(changed.map((field) => [field, fields[field]]));
    const line = {
      province: province.code,
      subject: subjectOf(subject),
      version: version + 1,
      deed: 'account_changed',
      by,
      at: now.toISOString(),
      before: only(before),
      after: only(after),
    } as const;
    if (!isSameChange(await audit.record(line), line)) return false;
  }
  return true;
};
