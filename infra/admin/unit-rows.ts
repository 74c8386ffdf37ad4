import { textLimits } from '../../functions/domain/limited-text.ts';
import { type CommuneCode, type Kind, kinds, type Province } from '../../functions/domain/unit.ts';
import type { Problem, Row } from './csv-rows.ts';
import { nameProblem } from './name.ts';

export const unitColumns = [
  'province_code',
  'province_name',
  'commune_code',
  'commune_name',
  'kind',
] as const satisfies string[];

export interface UnitFile {
  /** Provinces and communes in the order of the file. */
  provinces: Province[];
  lineOf: ReadonlyMap<CommuneCode, number>;
  problems: Problem[];
}

type Column = (typeof unitColumns)[number];

interface Seen {
  provinces: Map<string, { province: Province; line: number }>;
  communes: Map<CommuneCode, number>;
}

const kindOf = (text: string): Kind | undefined => kinds.find((kind) => kind === text);

const codeProblem = (column: Column, code: string, digits: number): string | undefined =>
  new RegExp(`^\\d{${digits}}$`).test(code)
    ? undefined
    : `${column} "${code}" must have ${digits} digits, leading zeros included`;

const namedProblem = (column: Column, name: string): string | undefined => {
  const problem = nameProblem(name, textLimits.unitName);
  return problem && `${column}: ${problem}`;
};

/** What is wrong with a row by itself. */
const cellProblems = ({ cell }: Row): string[] =>
  [
    codeProblem('province_code', cell('province_code'), 2),
    namedProblem('province_name', cell('province_name')),
    codeProblem('commune_code', cell('commune_code'), 5),
    namedProblem('commune_name', cell('commune_name')),
    kindOf(cell('kind')) ? undefined : `kind "${cell('kind')}" must be one of ${kinds.join(', ')}`,
  ].filter((problem) => problem !== undefined);

/** What is wrong with a row beside the rows before it. */
const clashes = ({ cell }: Row, { provinces, communes }: Seen): string[] => {
  const [code, name, commune] = [cell('province_code'), cell('province_name'), cell('commune_code')];
  const [known, line] = [provinces.get(code), communes.get(commune)];
  return [
    ...(line === undefined ? [] : [`commune_code ${commune} stands on line ${line} already`]),
    ...(known === undefined || known.province.name === name
      ? []
      : [`province ${code} is "${name}" here and "${known.province.name}" on line ${known.line}`]),
  ];
};

/** The units that rows say, and everything that is wrong with them. */
export const unitsOf = (rows: readonly Row[]): UnitFile => {
  const seen: Seen = { provinces: new Map(), communes: new Map() };
  const problems: Problem[] = [];
  for (const row of rows) {
    const { line, cell } = row;
    const texts = [...cellProblems(row), ...clashes(row, seen)];
    problems.push(...texts.map((text) => ({ line, text })));
    const kind = kindOf(cell('kind'));
    if (texts.length > 0 || !kind) continue;

    const [code, commune] = [cell('province_code'), cell('commune_code')];
    const known = seen.provinces.get(code);
    const province: Province = known?.province ?? { code, name: cell('province_name'), communes: [] };
    if (!known) seen.provinces.set(code, { province, line });
    seen.communes.set(commune, line);
    province.communes.push({ code: commune, name: cell('commune_name'), kind, province: code });
  }
  return {
    provinces: [...seen.provinces.values()].map(({ province }) => province),
    lineOf: seen.communes,
    problems,
  };
};
