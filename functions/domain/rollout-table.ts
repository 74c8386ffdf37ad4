import type { Day } from './day.ts';
import { type PlannedStart, phases, type RolloutPlan } from './rollout.ts';
import type { Commune, CommuneCode } from './unit.ts';

/** What may be wrong with a line of a pasted table. */
export type LineProblem = 'no_commune' | 'unknown_commune' | 'twice' | 'no_phase' | 'no_day' | 'too_long';

/** Lines of a table; the largest province has 168 communes. */
export const largestRolloutTable = 1_000;

export interface ProblemInLine {
  /** From 1, as a person counts. */
  line: number;
  text: string;
  problem: LineProblem;
}

export type ReadTable = { ok: true; plan: RolloutPlan } | { ok: false; problems: readonly ProblemInLine[] };

/** A spreadsheet copies with tabs, and saves with commas or, set to Vietnamese, with semicolons. */
const cellsOf = (line: string): string[] =>
  line.split(/[\t;,]/).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );

const isHeading = (cells: readonly string[]): boolean => cells.every((cell) => !/\d/.test(cell));

/** A spreadsheet takes the zeros away that a code begins with. */
const readCode = (cell: string): CommuneCode | undefined =>
  /^\d{1,5}$/.test(cell) ? cell.padStart(5, '0') : undefined;

/** '2026-12-01', '1/12/2026' or '01-12-2026'; undefined when there is no such day. */
const readDay = (cell: string): Day | undefined => {
  const iso = /^(20\d{2})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})$/.exec(cell);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [vietnamese?.[3], vietnamese?.[2], vietnamese?.[1]];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(day)) return undefined;
  return at.toISOString().slice(0, 10) as Day;
};

type ReadLine = { commune: CommuneCode; planned: PlannedStart | undefined } | { problem: LineProblem };

const readLine = (cells: readonly string[], communes: ReadonlySet<CommuneCode>): ReadLine => {
  const [codeCell = '', phaseCell = '', dayCell = ''] = cells;
  const commune = readCode(codeCell);
  if (commune === undefined) return { problem: 'no_commune' };
  if (!communes.has(commune)) return { problem: 'unknown_commune' };
  if (phaseCell === '' && dayCell === '') return { commune, planned: undefined };
  const phase = phases.find((each) => String(each) === phaseCell);
  if (!phase) return { problem: 'no_phase' };
  const start = readDay(dayCell);
  return start ? { commune, planned: { phase, start } } : { problem: 'no_day' };
};

/**
 * Reads a table of commune code, phase and day of the start, one commune a line; whatever stands behind is for the eye.
 * A heading is skipped, and so is a line with a code alone: that commune is not planned.
 */
export const readRolloutTable = (text: string, communes: readonly Pick<Commune, 'code'>[]): ReadTable => {
  const known = new Set(communes.map(({ code }) => code));
  const plan: Record<CommuneCode, PlannedStart> = {};
  const seen = new Set<CommuneCode>();
  const problems: ProblemInLine[] = [];
  let isFirst = true;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    if (index >= largestRolloutTable) {
      problems.push({ line: index + 1, text: line.trim(), problem: 'too_long' });
      break;
    }
    const cells = cellsOf(line);
    const mayBeHeading = isFirst;
    isFirst = false;
    if (mayBeHeading && isHeading(cells)) continue;
    const read = readLine(cells, known);
    const problem = 'problem' in read ? read.problem : seen.has(read.commune) ? 'twice' : undefined;
    if (problem) problems.push({ line: index + 1, text: line.trim(), problem });
    if ('problem' in read) continue;
    seen.add(read.commune);
    if (read.planned) plan[read.commune] = read.planned;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan };
};

/** A plan as a table that readRolloutTable reads, with every commune of the province and its name. */
export const rolloutTable = (
  plan: RolloutPlan,
  communes: readonly Pick<Commune, 'code' | 'name'>[],
): string =>
  communes
    .map(({ code, name }) => [code, plan[code]?.phase ?? '', plan[code]?.start ?? '', name].join(','))
    .join('\n');
