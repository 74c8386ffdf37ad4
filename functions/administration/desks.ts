import { randomBytes } from 'node:crypto';
import { type Deed, Fields } from '../domain/audit.ts';
import { Desk } from '../domain/desk.ts';
import { type DeskCode, newDeskCode } from '../domain/desk-code.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { DeskStore } from '../store/desk-store.ts';
import { type Changeable, makeChange, type Outcome, settled } from './change.ts';

export interface DeskAdministration {
  desks: Pick<DeskStore, 'current' | 'change'>;
  audit: Pick<AuditStore, 'find' | 'record'>;
}

/** Who changes something, and when. */
export interface Actor {
  by: string;
  now: Date;
}

/** What can be changed of a desk; null takes it away. */
export type DeskChange = Partial<
  Pick<Desk, 'name' | 'commune' | 'province' | 'status'> & {
    [Field in 'hours' | 'procedures' | 'kiosk']: NonNullable<Desk[Field]> | null;
  }
>;

const asChangeable = (
  { desks }: Pick<DeskAdministration, 'desks'>,
  province: ProvinceCode,
  code: DeskCode,
): Changeable => ({
  province,
  subject: `DESK#${code}`,
  read: async () => {
    const desk = await desks.current(code);
    if (!desk) return undefined;
    const { version = 0, code: _, ...value } = desk;
    return { value, version };
  },
  write: ({ value, version }) => desks.change({ ...Desk.parse({ ...value, code }), version }),
});

/** A desk of a province as it stands, with every change that was begun. */
export const settledDesk = async (
  { desks, audit }: DeskAdministration,
  province: ProvinceCode,
  code: DeskCode,
): Promise<Desk | undefined> => {
  if ((await desks.current(code))?.province.code !== province) return undefined;
  await settled(audit, asChangeable({ desks }, province, code));
  return desks.current(code);
};

/** Changes a desk of which somebody saw a version. */
export const changeDesk = (
  { desks, audit }: DeskAdministration,
  desk: Pick<Desk, 'code' | 'province' | 'version'>,
  change: DeskChange,
  { by, now, deed = 'desk_changed' }: Actor & { deed?: Deed },
): Promise<Outcome> =>
  makeChange(audit, asChangeable({ desks }, desk.province.code, desk.code), {
    seen: desk.version ?? 0,
    change: Fields.parse(change),
    deed,
    by,
    now,
  });

export type NewDesk = Pick<Desk, 'name' | 'commune' | 'province' | 'hours' | 'procedures'>;

export const freshDeskCode = (): DeskCode => newDeskCode(randomBytes(7));

/** Adds a desk under a code. A conflict: another desk has it. */
export const addDesk = async (
  { desks, audit }: DeskAdministration,
  code: DeskCode,
  about: NewDesk,
  { by, now }: Actor,
): Promise<Outcome> => {
  const there = await desks.current(code);
  if (there && (there.province.code !== about.province.code || !there.version)) return 'conflict';
  return makeChange(audit, asChangeable({ desks }, about.province.code, code), {
    seen: 0,
    change: { ...about, status: 'active' },
    deed: 'desk_added',
    by,
    now,
  });
};
