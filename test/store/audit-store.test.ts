import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditLine } from '../../functions/domain/audit.ts';
import { type AuditStore, auditStore } from '../../functions/store/audit-store.ts';
import { engines } from '../support/engine.ts';
import { present } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const lineOf = (about: Partial<AuditLine> = {}): AuditLine => ({
  province: '42',
  subject: 'DESK#7K3M9QXT',
  version: 1,
  deed: 'desk_changed',
  by: 'subject-1',
  at: '2026-11-23T01:00:00.000Z',
  before: { name: 'Bàn 1' },
  after: { name: 'Bàn một cửa', hours: null },
  ...about,
});

/** The moment of the n-th line. */
const at = (n: number): string => new Date(Date.UTC(2026, 10, 23, 1, 0, n)).toISOString();

describe.each(engines)('the audit trail on %s', (engine) => {
  let opened: OpenTestTable;
  let audit: AuditStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    audit = auditStore(opened.table);
  });

  const everyLine = async (size: number): Promise<AuditLine[]> => {
    const lines: AuditLine[] = [];
    let from: string | undefined;
    do {
      const page = present(await audit.page('42', size, from));
      lines.push(...page.lines);
      from = page.next;
    } while (from);
    return lines;
  };

  it('keeps a line as it was written', async () => {
    expect(await audit.record(lineOf())).toEqual(lineOf());
    expect(await audit.find('42', 'DESK#7K3M9QXT', 1)).toEqual(lineOf());
    expect(await audit.page('42', 10)).toEqual({ lines: [lineOf()], next: undefined });
  });

  it('never writes over a line: the second one is told what stands there', async () => {
    await audit.record(lineOf());
    const other = lineOf({ by: 'subject-2', at: at(5), after: { name: 'Bàn khác' } });
    expect(await audit.record(other)).toEqual(lineOf());
    expect(await everyLine(10)).toEqual([lineOf()]);
  });

  it('has one line of several that are written at once', async () => {
    const stood = await Promise.all(['a', 'b', 'c'].map((by, n) => audit.record(lineOf({ by, at: at(n) }))));
    expect(new Set(stood.map(({ by }) => by)).size).toBe(1);
    expect(await everyLine(10)).toHaveLength(1);
  });

  it('is read newest first, page by page, whatever the size of a page', async () => {
    const lines = Array.from({ length: 7 }, (_, n) =>
      lineOf({ version: n + 1, at: at(n), subject: n % 2 === 0 ? 'DESK#7K3M9QXT' : 'SWITCHES#42' }),
    );
    for (const line of lines) await audit.record(line);
    for (const size of [1, 2, 3, 7, 50]) expect(await everyLine(size)).toEqual(lines.toReversed());
  });

  it('tells one province nothing of another', async () => {
    await audit.record(lineOf({ province: '01' }));
    expect(await everyLine(10)).toEqual([]);
    expect(await audit.find('42', 'DESK#7K3M9QXT', 1)).toBeUndefined();
  });

  it('leaves an entry out whose line was never written', async () => {
    await audit.record(lineOf());
    for (const { pk, sk } of await opened.items('AUDIT#')) {
      if (sk.startsWith('OF#')) await opened.table.delete({ pk, sk });
    }
    expect(await audit.page('42', 10)).toEqual({ lines: [], next: undefined });
    await audit.record(lineOf({ at: at(9) }));
    expect(await everyLine(10)).toEqual([lineOf({ at: at(9) })]);
  });

  it('knows the last line of a subject, beyond nine and beyond those of others', async () => {
    expect(await audit.last('42', 'DESK#7K3M9QXT')).toBeUndefined();
    for (const version of [1, 2, 9, 10]) await audit.record(lineOf({ version, at: at(version) }));
    await audit.record(lineOf({ subject: 'DESK#7K3M9QXZ', version: 30 }));
    expect(await audit.last('42', 'DESK#7K3M9QXT')).toMatchObject({ version: 10 });
  });

  it.each(['', 'x', '../', Buffer.from('OF#DESK#7K3M9QXT#000001').toString('base64url')])(
    'takes no cursor that it did not give: %j',
    async (cursor) => {
      await audit.record(lineOf());
      expect(await audit.page('42', 10, cursor)).toBeUndefined();
    },
  );

  it('shows with the cursor of another province only lines of its own', async () => {
    for (const version of [1, 2]) {
      for (const province of ['01', '42']) await audit.record(lineOf({ province, version, at: at(version) }));
    }
    const { next } = present(await audit.page('01', 1));
    expect((await audit.page('42', 10, next))?.lines).toEqual([lineOf({ at: at(1) })]);
  });
});
