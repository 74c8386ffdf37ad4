import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { tidy } from '../../functions/domain/desk-name.ts';
import { say } from './output.ts';
import { lineOf, Refused } from './refusal.ts';

/** A row of a file and the line where it begins, 1 being the header. */
export interface Row {
  line: number;
  /** The cell of a column, trimmed and in NFC; empty when there is none. */
  cell: (column: string) => string;
}

/** Why a row can't be taken, in words for the person who made the file. */
export interface Problem {
  line: number;
  text: string;
}

export interface Columns {
  required: readonly string[];
  optional?: readonly string[];
}

export interface Rows {
  columns: readonly string[];
  rows: Row[];
  problems: Problem[];
}

/** So many problems show what is wrong with a file; thousands more would hide it. */
const problemsShown = 50;

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

const decode = (bytes: Uint8Array, file: string): string => {
  try {
    // Leaves out a byte order mark, and refuses what Excel calls "Unicode text" and older Vietnamese code pages.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // csv-parse counts CRLF inside a quoted cell as two lines.
    return text.replaceAll(/\r\n?/g, '\n');
  } catch {
    throw new Refused(`${file} is not UTF-8 text: save it as "CSV UTF-8"`);
  }
};

const read = async (file: string): Promise<string> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Refused(`can't read the file: ${lineOf(error)}`);
  }
  return decode(bytes, file);
};

const recordsOf = (text: string, file: string): { line: number; cells: string[] }[] => {
  try {
    const records = Records.parse(parse(text, { info: true, relax_column_count: true }));
    return records.map(({ record }, index) => ({
      // A record is reported with its last line; a quoted cell may hold several.
      line: (records[index - 1]?.info.lines ?? 0) + 1,
      cells: record.map(tidy),
    }));
  } catch (error) {
    if (error instanceof CsvError) throw new Refused(`${file} is not well-formed CSV: ${lineOf(error)}`);
    throw error;
  }
};

const checkHeader = (header: readonly string[], { required, optional = [] }: Columns, file: string): void => {
  const known = [...required, ...optional];
  const isRight =
    required.every((column) => header.includes(column)) &&
    header.every((column, index) => known.includes(column) && header.indexOf(column) === index);
  if (isRight) return;
  const wanted = [...required, ...optional.map((column) => `[${column}]`)].join(',');
  throw new Refused(`${file} line 1: the header must be ${wanted}, separated by commas`);
};

/** Reads a CSV file with a header. Rows without any text are skipped; those of a wrong length are problems. */
export const readRows = async (file: string, expected: Columns): Promise<Rows> => {
  const [header, ...records] = recordsOf(await read(file), file);
  const columns = header?.cells ?? [];
  checkHeader(columns, expected, file);

  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) throw new Refused(`${file} has no rows below its header`);
  const isWhole = ({ cells }: { cells: string[] }): boolean => cells.length === columns.length;
  return {
    columns,
    rows: filled.filter(isWhole).map(({ line, cells }) => ({
      line,
      cell: (column) => cells[columns.indexOf(column)] ?? '',
    })),
    problems: filled
      .filter((record) => !isWhole(record))
      .map(({ line, cells }) => ({
        line,
        text: `${cells.length} cells instead of ${columns.length}; a cell with a comma needs quotes`,
      })),
  };
};

/** Says every problem with its line, in the order of the file, and that nothing was done. */
export const refuseRows = (file: string, problems: readonly Problem[]): void => {
  if (problems.length === 0) return;
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  for (const { line, text } of sorted.slice(0, problemsShown)) say(`line ${line}: ${text}`);
  const rest = sorted.length - problemsShown;
  if (rest > 0) say(`… and ${rest} more`);
  throw new Refused(`${file}: ${sorted.length} problem${sorted.length > 1 ? 's' : ''}, nothing was imported`);
};
