import type { Account, Grant, Role } from './account.ts';
import type { Audience } from './measure/audience.ts';
import type { CommuneCode, ProvinceCode } from './unit.ts';

/** What a signed-in person may want to do. */
export const actions = [
  'see_own_pages',
  'read_commune',
  'report_visits',
  'write_promises',
  'read_province',
  'import_visits',
  'administer',
  'read_audit',
] as const;
export type Action = (typeof actions)[number];

/** Where they want to do it. A commune names its province too. */
export interface Unit {
  province: ProvinceCode;
  commune?: CommuneCode;
}

const allowed: Readonly<Record<Role, readonly Action[]>> = {
  operator: actions,
  'province-admin': actions,
  'province-reader': ['see_own_pages', 'read_commune', 'read_province'],
  'commune-chief': ['see_own_pages', 'read_commune', 'report_visits', 'write_promises'],
};

/** Whether a grant holds in a unit. A chief's holds in the commune itself, never in the province around it. */
const holdsIn = (grant: Grant, unit: Unit): boolean => {
  switch (grant.role) {
    case 'operator':
      return true;
    case 'province-admin':
    case 'province-reader':
      return grant.province === unit.province;
    case 'commune-chief':
      return grant.commune === unit.commune;
  }
};

/**
 * The one answer to who may do what. Whatever is not allowed here is forbidden. Without a unit, only what concerns a
 * person's own account is ever allowed.
 */
export const mayDo = ({ grants }: Pick<Account, 'grants'>, action: Action, unit?: Unit): boolean =>
  grants.some(
    (grant) =>
      allowed[grant.role].includes(action) && (unit ? holdsIn(grant, unit) : action === 'see_own_pages'),
  );

const audienceOfRole = {
  operator: 'operator',
  'province-admin': 'province',
  'province-reader': 'province',
  'commune-chief': 'commune',
} as const satisfies Record<Role, Audience>;

/** How much of a unit's numbers an account sees: as much as its widest grant there. Undefined: nothing. */
export const audienceOf = (
  { grants }: Pick<Account, 'grants'>,
  unit: Unit,
): Exclude<Audience, 'public'> | undefined => {
  const audiences = grants.filter((grant) => holdsIn(grant, unit)).map(({ role }) => audienceOfRole[role]);
  return (['operator', 'province', 'commune'] as const).find((audience) => audiences.includes(audience));
};
