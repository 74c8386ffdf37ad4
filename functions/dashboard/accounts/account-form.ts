import type { Problem } from '../../../web/components/problems.tsx';
import { grantField } from '../../../web/staff/pages/grant-fields.tsx';
import { accountProblems as t } from '../../../web/staff/texts/accounts.ts';
import type { ProvinceGrant } from '../../accounts/account-directory.ts';
import { grantsIn } from '../../administration/account-audit.ts';
import { grantOf } from '../../domain/account.ts';
import { emailOf, textLimits, textProblem, tidied } from '../../domain/limited-text.ts';
import type { Province } from '../../domain/unit.ts';

/** Who is to be invited, as typed. */
export interface InvitationTyped {
  name: string;
  email: string;
  /** Groups, in the order of the fields; empty where nothing was chosen. */
  grants: readonly string[];
}

export interface Invited {
  name: string;
  email: string;
  grants: ProvinceGrant[];
}

const isName = (name: string): boolean => textProblem(name, textLimits.personName) === undefined;

/** What stands before and after the sign is the provider's business. */
const isEmail = (email: string): boolean =>
  textProblem(email, textLimits.email) === undefined && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email);

/** The grants of a form, each chosen once and each of this province. */
export const readGrants = (
  groups: readonly string[],
  province: Province,
): { grants: ProvinceGrant[]; problems: Problem[] } => {
  const grants: ProvinceGrant[] = [];
  const problems: Problem[] = [];
  for (const [index, group] of groups.entries()) {
    if (group === '') continue;
    const grant = grantOf(group);
    const [own] = grant ? grantsIn(province, [grant]) : [];
    if (!own) problems.push({ field: grantField(index), text: t.grant });
    else if (groups.indexOf(group) < index) problems.push({ field: grantField(index), text: t.repeated });
    else grants.push(own);
  }
  return { grants, problems };
};

export const readInvitation = (
  typed: InvitationTyped,
  province: Province,
): { ok: true; invited: Invited } | { ok: false; problems: Problem[] } => {
  const [name, email] = [tidied(typed.name), emailOf(typed.email)];
  const { grants, problems } = readGrants(typed.grants, province);
  const all: Problem[] = [
    ...(isName(name) ? [] : [{ field: 'name', text: t.name }]),
    ...(isEmail(email) ? [] : [{ field: 'email', text: t.email }]),
    ...problems,
    ...(grants.length === 0 && problems.length === 0 ? [{ field: grantField(0), text: t.noGrant }] : []),
  ];
  return all.length > 0 ? { ok: false, problems: all } : { ok: true, invited: { name, email, grants } };
};
