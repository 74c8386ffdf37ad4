import * as z from 'zod/mini';
import { AuditLine } from '../domain/audit.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Lines, newest first, and where the next page begins. */
export interface AuditPage {
  lines: AuditLine[];
  next: string | undefined;
}

/** The audit trail of a province. Lines are added to it; there is no way to change or to delete one. */
export interface AuditStore {
  /** Adds a line unless its subject has one of that version already; returns the one that stands there. */
  record(line: AuditLine): Promise<AuditLine>;
  find(province: ProvinceCode, subject: string, version: number): Promise<AuditLine | undefined>;
  /** The last line of a subject. */
  last(province: ProvinceCode, subject: string): Promise<AuditLine | undefined>;
  /** A page of the trail; `from` is the `next` of the page before. Undefined when `from` is no such thing. */
  page(province: ProvinceCode, size: number, from?: string): Promise<AuditPage | undefined>;
}

const Entry = z.object({ sk: z.string(), at: z.string(), subject: z.string(), version: z.number() });
const lineId = ({ subject, version }: Pick<AuditLine, 'subject' | 'version'>): string =>
  `${subject} ${version}`;

/** A cursor says where in a province's own trail to go on, and nothing else. */
const Cursor = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w#.@:-]{1,200}$/));
const entryPrefix = 'AT#';

const cursorOf = (sk: string): string => Buffer.from(sk.slice(entryPrefix.length)).toString('base64url');

const sortKeyOf = (cursor: string): string | undefined => {
  const read = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString('utf8'));
  return read.success ? `${entryPrefix}${read.data}` : undefined;
};

export const auditStore = (table: Table): AuditStore => {
  const find: AuditStore['find'] = async (province, subject, version) => {
    const item = await table.get(keys.auditLine({ province, subject, version }), { consistent: true });
    return item && AuditLine.parse(item);
  };

  return {
    find,

    record: async (line) => {
      const isNew = { expression: 'attribute_not_exists(pk)' };
      // An entry is written before its line: one whose line has another moment was cut short, or came second.
      const { at, subject, version } = line;
      await table.put({ ...keys.auditEntry(line), at, subject, version }, isNew);
      const added = await table.put({ ...keys.auditLine(line), ...line }, isNew);
      return added ? line : ((await find(line.province, line.subject, line.version)) ?? line);
    },

    last: async (province, subject) => {
      const [from, to] = [0, 999_999].map((version) => keys.auditLine({ province, subject, version }));
      const lines = table.query(from?.pk ?? '', {
        between: [from?.sk ?? '', to?.sk ?? ''],
        newestFirst: 1,
        consistent: true,
      });
      for await (const item of lines) return AuditLine.parse(item);
      return undefined;
    },

    page: async (province, size, from) => {
      const to = from === undefined ? `${entryPrefix}\u{10FFFF}` : sortKeyOf(from);
      if (to === undefined) return undefined;
      const entries: z.infer<typeof Entry>[] = [];
      const { pk } = keys.auditEntry({ province, at: '', subject: '', version: 0 });
      const newest = table.query(pk, {
        between: [entryPrefix, to],
        newestFirst: size + 1,
        consistent: true,
      });
      for await (const item of newest) {
        entries.push(Entry.parse(item));
        if (entries.length > size) break;
      }
      const next = entries[size];
      const shown = entries.slice(0, size);
      // Several entries of one line: all but one are of attempts that came second.
      const wanted = new Map(
        shown.map((entry) => [lineId(entry), keys.auditLine({ province, ...entry })] as const),
      );
      const lines = (await table.getAll([...wanted.values()], { consistent: true })).map((item) =>
        AuditLine.parse(item),
      );
      const byId = new Map(lines.map((line) => [lineId(line), line]));
      return {
        lines: shown.flatMap((entry) => {
          const line = byId.get(lineId(entry));
          return line?.at === entry.at ? [line] : [];
        }),
        next: next && cursorOf(next.sk),
      };
    },
  };
};
