import { visits } from '../../../web/staff/texts/visits.ts';
import { type PlacedVisits, placeVisits } from '../../administration/import-visits.ts';
import type { Province } from '../../domain/unit.ts';
import { type RaggedRow, readTable, type TableProblem } from '../../import/table-text.ts';
import { saidVisits, type VisitsRowProblem, visitsColumns } from '../../import/visits-table.ts';

const t = visits.import;

/** As many as one request can store in time: twelve weeks of the largest province. */
export const mostRows = 2_000;

/** Something wrong with a table, and where. */
export interface TableFault {
  /** 'Dòng 3, cột visits'; undefined when it is about the whole table. */
  where: string | undefined;
  text: string;
  line: number;
}

const wholeTable = (problem: TableProblem): TableFault => ({
  where: undefined,
  line: 0,
  text: problem.kind === 'malformed' ? t.problems.malformed(problem.line) : t.problems[problem.kind],
});

const ragged = ({ line, cells, wanted }: RaggedRow): TableFault => ({
  where: t.atLine(line),
  line,
  text: t.problems.ragged(cells, wanted),
});

const cellText = (problem: VisitsRowProblem): string => {
  switch (problem.kind) {
    case 'no_code':
      return t.problems.no_code(problem.value);
    case 'repeated':
      return t.problems.repeated(problem.firstLine);
    case 'not_whole':
    case 'too_many':
      return t.problems.visits[problem.kind](problem.value);
    case 'no_week':
    case 'too_early':
    case 'not_begun':
    case 'not_ended':
      return t.problems.week[problem.kind](problem.value);
  }
};

const cell = (problem: VisitsRowProblem): TableFault => ({
  where: problem.kind === 'repeated' ? t.atLine(problem.line) : t.atCell(problem.line, problem.column),
  line: problem.line,
  text: cellText(problem),
});

/** Reads a table of visits of one province: all of it, or everything that is wrong with it by line. */
export const readVisitsTable = (
  text: string,
  province: Province,
  now: Date,
): { ok: true; placed: PlacedVisits[] } | { ok: false; faults: TableFault[] } => {
  if (text.trim() === '') {
    return { ok: false, faults: [{ where: undefined, line: 0, text: t.problems.nothing }] };
  }
  const table = readTable(text, { required: visitsColumns }, [',', ';', '\t']);
  if (!table.ok) return { ok: false, faults: [wholeTable(table.problem)] };
  if (table.rows.length > mostRows) {
    return { ok: false, faults: [{ where: undefined, line: 0, text: t.problems.tooMany(mostRows) }] };
  }
  const { said, problems } = saidVisits(table.rows, now);
  const { placed, unknown } = placeVisits(said, [province]);
  // A code that is none at all has been said to be none.
  const strangers = unknown.filter(({ commune }) => /^\d{5}$/.test(commune));
  const faults = [
    ...table.ragged.map(ragged),
    ...problems.map(cell),
    ...strangers.map(({ line, commune }) => ({
      where: t.atCell(line, 'commune'),
      line,
      text: t.problems.unknown(commune),
    })),
  ].toSorted((a, b) => a.line - b.line);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, placed };
};
