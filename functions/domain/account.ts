import * as z from 'zod/mini';
import { CommuneCode, ProvinceCode } from './unit.ts';

/** Who signs in. An operator runs the service and sees every province. */
export const roles = ['operator', 'province-admin', 'province-reader', 'commune-chief'] as const;
export type Role = (typeof roles)[number];

/** A role, and where it holds: a province, a commune, or everywhere. */
export const Grant = z.discriminatedUnion('role', [
  z.object({ role: z.literal('operator') }),
  z.object({ role: z.literal('province-admin'), province: ProvinceCode }),
  z.object({ role: z.literal('province-reader'), province: ProvinceCode }),
  z.object({ role: z.literal('commune-chief'), commune: CommuneCode }),
]);
export type Grant = z.infer<typeof Grant>;

/** One person's way in. The subject is the identity provider's own name for it and says nothing of the person. */
export const Account = z.object({ subject: z.string(), grants: z.array(Grant) });
export type Account = z.infer<typeof Account>;

/** A grant as the identity provider's group says it: 'operator', 'province-admin:42', 'commune-chief:18073'. */
export const groupOf = (grant: Grant): string => {
  if (grant.role === 'operator') return grant.role;
  return `${grant.role}:${grant.role === 'commune-chief' ? grant.commune : grant.province}`;
};

/** Undefined for a group that grants nothing here. */
export const grantOf = (group: string): Grant | undefined => {
  const [role, unit, ...rest] = group.split(':');
  if (rest.length > 0) return undefined;
  const grant = role === 'commune-chief' ? { role, commune: unit } : { role, province: unit };
  return Grant.safeParse(role === 'operator' ? { role: unit === undefined ? role : '' } : grant).data;
};
