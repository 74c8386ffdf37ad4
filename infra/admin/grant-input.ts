import { type Grant, grantOf, roles } from '../../functions/domain/account.ts';
import type { UnitStore } from '../../functions/store/unit-store.ts';
import { Refused } from './refusal.ts';
import { findCommune, findProvince } from './unit-lookup.ts';

/** What --role and --unit say, about a unit that there is. */
export const readGrant = async (
  units: Pick<UnitStore, 'commune' | 'province'>,
  { role, unit }: { role: string; unit?: string | undefined },
): Promise<Grant> => {
  const grant = grantOf(unit === undefined ? role : `${role}:${unit}`);
  if (!grant) {
    throw new Refused(
      `"${[role, unit].filter(Boolean).join(' ')}" is none of: ${roles.join(', ')}; all but operator with --unit, the code of a province or commune`,
    );
  }
  if (grant.role === 'commune-chief') await findCommune(units, grant.commune);
  else if (grant.role !== 'operator') await findProvince(units, grant.province);
  return grant;
};
