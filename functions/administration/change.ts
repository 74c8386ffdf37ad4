import {
  type AuditLine,
  type Deed,
  differences,
  type Fields,
  isSameChange,
  withChange,
} from '../domain/audit.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { Versioned } from '../store/versioned.ts';

/** Something that is changed as a whole, as its audit lines and its store see it. */
export interface Changeable {
  province: ProvinceCode;
  /** What it is called in the audit trail: 'DESK#7K3M9QXT'. */
  subject: string;
  /** As it stands; undefined when it is not there yet. Read consistently. */
  read(): Promise<Versioned<Fields> | undefined>;
  /** Writes it as this version if the one before is there (version 1: if it is not there); else does nothing. */
  write(next: Versioned<Fields>): Promise<unknown>;
}

/** What somebody wants to change, having seen a version: 0 for what is not there or was never changed. */
export interface Wish {
  seen: number;
  /** The fields that are to change; null takes a value away. */
  change: Fields;
  deed: Deed;
  by: string;
  now: Date;
}

export type Outcome = 'changed' | 'unchanged' | 'conflict';

const nowhere: Versioned<Fields> = { value: {}, version: 0 };

/** Does what a line says, unless it is done. */
const carryOut = async (
  thing: Changeable,
  current: Versioned<Fields>,
  { version, after }: AuditLine,
): Promise<void> => {
  if (current.version + 1 === version)
    await thing.write({ value: withChange(current.value, after), version });
};

/**
 * Does what the audit trail says and nobody has done: the process that wrote the line was killed before the change.
 * Returns the thing as it stands then.
 */
export const settled = async (
  audit: Pick<AuditStore, 'find'>,
  thing: Changeable,
): Promise<Versioned<Fields> | undefined> => {
  const current = await thing.read();
  const { version } = current ?? nowhere;
  const open = await audit.find(thing.province, thing.subject, version + 1);
  if (!open) return current;
  await carryOut(thing, current ?? nowhere, open);
  return thing.read();
};

/**
 * Makes a change: first its line in the audit trail, then the change itself. A line is known by what it changes and
 * by the version that it makes, so of two people who change the same version at once one has the line, and a change
 * that is sent twice has one line. Whoever finds a line without its change carries it out.
 *
 * `conflict`: somebody else changed it since it was seen; nothing of this wish was done.
 */
export const makeChange = async (
  audit: Pick<AuditStore, 'find' | 'record'>,
  thing: Changeable,
  { seen, change, deed, by, now }: Wish,
): Promise<Outcome> => {
  const { province, subject } = thing;
  const current = (await settled(audit, thing)) ?? nowhere;
  const lineOn = (before: Fields): AuditLine => ({
    province,
    subject,
    version: seen + 1,
    deed,
    by,
    at: now.toISOString(),
    ...differences(before, withChange(before, change)),
  });

  if (current.version !== seen) {
    const standing = await audit.find(province, subject, seen + 1);
    if (!standing) return 'conflict';
    // The same form, sent again after its change was made.
    const before = withChange(current.value, standing.before);
    const isDone = current.version === seen + 1 && isSameChange(lineOn(before), standing);
    return isDone ? 'changed' : 'conflict';
  }
  const line = lineOn(current.value);
  if (Object.keys(line.after).length === 0) return 'unchanged';
  const standing = await audit.record(line);
  await carryOut(thing, current, standing);
  return isSameChange(line, standing) ? 'changed' : 'conflict';
};
