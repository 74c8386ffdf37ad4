import { readFile } from 'node:fs/promises';
import {
  type Columns,
  decodeText,
  type RaggedRow,
  type Row,
  readTable,
  type TableProblem,
} from '../../functions/import/table-text.ts';
import { say } from './output.ts';
import { lineOf, Refused } from './refusal.ts';

export type { Row } from '../../functions/import/table-text.ts';

/** Why a row can't be taken, in words for the person who made the file. */
export interface Problem {
  line: number;
  text: string;
}

export interface Rows {
  columns: readonly string[];
  rows: Row[];
  problems: Problem[];
}

/** So many problems show what is wrong with a file; thousands more would hide it. */
const problemsShown = 50;

const readText = async (file: string): Promise<string> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Refused(`can't read the file: ${lineOf(error)}`);
  }
  const text = decodeText(bytes);
  if (text === undefined) throw new Refused(`${file} is not UTF-8 text: save it as "CSV UTF-8"`);
  return text;
};

const refusal = (problem: TableProblem, { required, optional = [] }: Columns, file: string): string => {
  switch (problem.kind) {
    case 'malformed':
      return `${file} is not well-formed CSV: ${problem.why.split('\n')[0]}`;
    case 'no_rows':
      return `${file} has no rows below its header`;
    case 'header': {
      const wanted = [...required, ...optional.map((column) => `[${column}]`)].join(',');
      return `${file} line 1: the header must be ${wanted}, separated by commas`;
    }
  }
};

const raggedProblem = ({ line, cells, wanted }: RaggedRow): Problem => ({
  line,
  text: `${cells} cells instead of ${wanted}; a cell with a comma needs quotes`,
});

/** Reads a CSV file with a header. Rows without any text are skipped; those of a wrong length are problems. */
export const readRows = async (file: string, expected: Columns): Promise<Rows> => {
  const read = readTable(await readText(file), expected);
  if (!read.ok) throw new Refused(refusal(read.problem, expected, file));
  const { columns, rows, ragged } = read;
  return { columns, rows, problems: ragged.map(raggedProblem) };
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
