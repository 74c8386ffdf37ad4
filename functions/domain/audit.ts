import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import type { ProvinceCode } from './unit.ts';

/** What people who run the service do to it. */
export const deeds = [
  'desk_added',
  'desk_changed',
  'desk_renamed_with_unit',
  'kiosk_paired',
  'kiosk_unpaired',
  'questions_changed',
  'holidays_changed',
  'rollout_changed',
  'promise_made',
  'promise_changed',
  'account_invited',
  'account_changed',
] as const;
export type Deed = (typeof deeds)[number];

/** Fields by name, as JSON knows them; null for one that has no value. */
export const Fields = z.record(z.string(), z.unknown());
export type Fields = z.infer<typeof Fields>;

/**
 * One change: who did what to what, what stood there before and what stands there after. Only fields that changed.
 * Nothing that a citizen said is ever part of one.
 */
export const AuditLine = z.object({
  province: z.custom<ProvinceCode>((value) => typeof value === 'string'),
  /** What was changed: 'DESK#7K3M9QXT'. */
  subject: z.string(),
  /** The version that the change makes, from 1. With the subject, what the line is known by. */
  version: z.number(),
  deed: z.enum(deeds),
  /** The subject of an account, or 'admin' for a command. */
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  before: Fields,
  after: Fields,
});
export type AuditLine = z.infer<typeof AuditLine>;

/** Who changes things by commands. */
export const byCommand = 'admin';

/** The same change by the same person: sent twice, it is still one. */
export const isSameChange = (a: AuditLine, b: AuditLine): boolean =>
  a.by === b.by && a.deed === b.deed && isDeepStrictEqual(a.after, b.after);

const orNull = (value: unknown): unknown => value ?? null;

/** The fields that differ, as they were and as they shall be. */
export const differences = (before: Fields, after: Fields): { before: Fields; after: Fields } => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isDeepStrictEqual(orNull(before[name]), orNull(after[name])),
  );
  const of = (fields: Fields): Fields =>
    Object.fromEntries(names.map((name) => [name, orNull(fields[name])]));
  return { before: of(before), after: of(after) };
};

/** Fields with a change made to them. */
export const withChange = (fields: Fields, after: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...fields, ...after }).filter(([, value]) => value !== null));
