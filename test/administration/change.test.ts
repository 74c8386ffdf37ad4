import { beforeEach, describe, expect, it } from 'vitest';
import { type Changeable, makeChange, settled, type Wish } from '../../functions/administration/change.ts';
import type { Fields } from '../../functions/domain/audit.ts';
import { type AuditStore, auditStore } from '../../functions/store/audit-store.ts';
import type { Versioned } from '../../functions/store/versioned.ts';
import { engines } from '../support/engine.ts';
import { present } from '../support/samples.ts';
import { openTestTable } from '../support/test-table.ts';

let audit: AuditStore;
let stored: Versioned<Fields> | undefined;
let isKilled: boolean;

/** A thing that is changed like all others, and a process that dies just before it changes it. */
const thing: Changeable = {
  province: '42',
  subject: 'THING#1',
  read: async () => stored,
  write: async (next) => {
    if (isKilled) throw new Error('killed');
    if ((stored?.version ?? 0) + 1 !== next.version) return false;
    stored = next;
    return true;
  },
};

const now = new Date('2026-11-23T01:00:00Z');
const wish = (about: Partial<Wish> = {}): Wish => ({
  seen: 1,
  change: { name: 'Mới' },
  deed: 'desk_changed',
  by: 'lan',
  now,
  ...about,
});
const lines = async () => present(await audit.page('42', 50)).lines;

beforeEach(async () => {
  audit = auditStore((await openTestTable(present(engines[0]))).table);
  stored = { value: { name: 'Cũ', hours: 'Mon 07:00-11:00' }, version: 1 };
  isKilled = false;
});

describe('a change', () => {
  it('is made, and has one line that says who, what, before and after', async () => {
    expect(await makeChange(audit, thing, wish({ change: { name: 'Mới', hours: null } }))).toBe('changed');
    expect(stored).toEqual({ value: { name: 'Mới' }, version: 2 });
    expect(await lines()).toEqual([
      {
        province: '42',
        subject: 'THING#1',
        version: 2,
        deed: 'desk_changed',
        by: 'lan',
        at: now.toISOString(),
        before: { name: 'Cũ', hours: 'Mon 07:00-11:00' },
        after: { name: 'Mới', hours: null },
      },
    ]);
  });

  it('of nothing has no line', async () => {
    expect(await makeChange(audit, thing, wish({ change: { name: 'Cũ', kiosk: null } }))).toBe('unchanged');
    expect(await lines()).toEqual([]);
  });

  it('makes a thing that is not there', async () => {
    stored = undefined;
    expect(await makeChange(audit, thing, wish({ seen: 0 }))).toBe('changed');
    expect(stored).toEqual({ value: { name: 'Mới' }, version: 1 });
  });

  it('sent twice is one change with one line', async () => {
    for (let times = 0; times < 2; times += 1) expect(await makeChange(audit, thing, wish())).toBe('changed');
    expect(stored?.version).toBe(2);
    expect(await lines()).toHaveLength(1);
  });

  it('of a version that somebody else has changed is refused, and leaves no line', async () => {
    await makeChange(audit, thing, wish({ by: 'minh', change: { name: 'Của Minh' } }));
    expect(await makeChange(audit, thing, wish())).toBe('conflict');
    expect(stored?.value['name']).toBe('Của Minh');
    expect(await lines()).toHaveLength(1);
  });

  it('by another person is a conflict even when it is the same', async () => {
    await makeChange(audit, thing, wish({ by: 'minh' }));
    expect(await makeChange(audit, thing, wish())).toBe('conflict');
  });

  it('of a version that never was is refused', async () => {
    expect(await makeChange(audit, thing, wish({ seen: 7 }))).toBe('conflict');
    expect(await lines()).toEqual([]);
  });

  it('is made by one of several people at once, and only that one has a line', async () => {
    const outcomes = await Promise.all(
      ['lan', 'minh', 'hoa'].map((by) => makeChange(audit, thing, wish({ by, change: { name: by } }))),
    );
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(stored?.value['name']).toBe(line?.after['name']);
  });
});

describe('a process that is killed between the line and the change', () => {
  beforeEach(async () => {
    isKilled = true;
    await expect(makeChange(audit, thing, wish())).rejects.toThrow('killed');
    isKilled = false;
    expect(stored?.version).toBe(1);
    expect(await lines()).toHaveLength(1);
  });

  it('has its change made when the same form is sent again', async () => {
    expect(await makeChange(audit, thing, wish())).toBe('changed');
    expect(stored).toMatchObject({ value: { name: 'Mới' }, version: 2 });
    expect(await lines()).toHaveLength(1);
  });

  it('has its change made when somebody looks', async () => {
    expect(await settled(audit, thing)).toMatchObject({ value: { name: 'Mới' }, version: 2 });
    expect(await settled(audit, thing)).toMatchObject({ version: 2 });
  });

  it('is not overtaken by somebody who had seen the version before: that one is told', async () => {
    expect(await makeChange(audit, thing, wish({ by: 'minh', change: { name: 'Của Minh' } }))).toBe(
      'conflict',
    );
    expect(stored?.value['name']).toBe('Mới');
    expect(await lines()).toHaveLength(1);
  });
});
