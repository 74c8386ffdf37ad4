import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { tidied } from '../domain/limited-text.ts';

/** A row of a table and the line where it begins, 1 being the header. */
export interface Row {
  line: number;
  /** The cell of a column, trimmed and in NFC; empty when there is none. */
  cell: (column: string) => string;
}

export interface Columns {
  required: readonly string[];
  optional?: readonly string[];
}

/** A row that has not as many cells as the header. */
export interface RaggedRow {
  line: number;
  cells: number;
  wanted: number;
}

export interface ReadTable {
  ok: true;
  columns: readonly string[];
  rows: Row[];
  ragged: RaggedRow[];
}

/** Why a text is no such table as a whole. */
export type TableProblem =
  | { kind: 'header' | 'no_rows' }
  /** `why` is what the parser says, in English. */
  | { kind: 'malformed'; why: string; line: number | undefined };

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Undefined for what is no UTF-8: Excel's "Unicode text", older Vietnamese code pages. A byte order mark is left out. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const recordsOf = (text: string, separators: readonly string[]): { line: number; cells: string[] }[] => {
  // csv-parse counts CRLF inside a quoted cell as two lines.
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const records = Records.parse(
    parse(lines, { info: true, relax_column_count: true, delimiter: [...separators] }),
  );
  return records.map(({ record }, index) => ({
    // A record is reported with its last line; a quoted cell may hold several.
    line: (records[index - 1]?.info.lines ?? 0) + 1,
    cells: record.map(tidied),
  }));
};

const isHeader = (header: readonly string[], { required, optional = [] }: Columns): boolean =>
  required.every((column) => header.includes(column)) &&
  header.every(
    (column, index) => [...required, ...optional].includes(column) && header.indexOf(column) === index,
  );

/** The line of a parser's error, when it says one. */
const ErrorLine = z.object({ lines: z.number() });

/** Reads a table with a header. Rows without any text are skipped. */
export const readTable = (
  text: string,
  expected: Columns,
  separators: readonly string[] = [','],
): ReadTable | { ok: false; problem: TableProblem } => {
  let records: ReturnType<typeof recordsOf>;
  try {
    records = recordsOf(text, separators);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = ErrorLine.safeParse(error).data?.lines;
    return { ok: false, problem: { kind: 'malformed', why: error.message, line } };
  }
  const [header, ...others] = records;
  const columns = header?.cells ?? [];
  if (!isHeader(columns, expected)) return { ok: false, problem: { kind: 'header' } };
  const filled = others.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) return { ok: false, problem: { kind: 'no_rows' } };
  const isWhole = ({ cells }: { cells: string[] }): boolean => cells.length === columns.length;
  return {
    ok: true,
    columns,
    rows: filled.filter(isWhole).map(({ line, cells }) => ({
      line,
      cell: (column) => cells[columns.indexOf(column)] ?? '',
    })),
    ragged: filled
      .filter((record) => !isWhole(record))
      .map(({ line, cells }) => ({ line, cells: cells.length, wanted: columns.length })),
  };
};
