import { dateRange } from '../../web/texts/numbers.ts';
import { responseMark } from '../domain/measure/response-mark.ts';
import type { ShownRate } from '../domain/measure/shown-measure.ts';
import type { CommuneRow, ProvinceExport } from '../domain/measure/shown-province.ts';
import { everyCriterion } from '../domain/questionnaire.ts';
import { labels, type Words } from './labels.ts';

/** Null is what may not be shown or does not exist: an empty cell, never a zero. */
export type Cell = string | number | null;

/** How a cell is to be read. Shares are fractions 0…1, points differences of shares, scores go up to 100. */
export type Kind = 'text' | 'count' | 'share' | 'points' | 'score';

/** Everything that the export says of a commune or of its province, the criteria apart. */
export type Field =
  | Exclude<keyof CommuneRow | keyof ProvinceExport, 'criteria' | 'communes'>
  | 'dates'
  | 'responseMark';

/** What is said of each criterion. */
export type RateField = keyof ShownRate;

/** A flat column of a table with one row for each commune. */
export interface Column extends Words {
  kind: Kind;
  /** In characters. */
  width: number;
  cellOf: (row: CommuneRow, province: ProvinceExport) => Cell;
}

const yesOrNo = (value: boolean | null): Cell => {
  if (value === null) return null;
  return value ? labels.yes : labels.no;
};

const field = (name: Field, kind: Kind, width: number, cellOf: Column['cellOf']): Column => ({
  ...labels.fields[name],
  kind,
  width,
  cellOf,
});

/** The columns that say which commune a row is about; they stay in sight. */
const unitColumns: Column[] = [
  field('commune', 'text', 9, (row) => row.commune),
  field('name', 'text', 26, (row) => row.name),
];
export const unitColumnCount = unitColumns.length;

/** What people look for first stands first. */
const measureColumns: Column[] = [
  field('province', 'text', 9, (_, { province }) => province),
  field('from', 'text', 11, (row) => row.from),
  field('to', 'text', 11, (row) => row.to),
  field('dates', 'text', 25, ({ from, to }) => (from && to ? dateRange(from, to) : null)),
  field('tier', 'text', 18, (row) => labels.tiers[row.tier]),
  field('rated', 'count', 11, (row) => row.rated),
  field('satisfactionRate', 'share', 11, (row) => row.satisfactionRate),
  field('low', 'share', 11, (row) => row.low),
  field('high', 'share', 11, (row) => row.high),
  field('meanScore', 'score', 11, (row) => row.meanScore),
  field('satisfied', 'count', 11, (row) => row.satisfied),
  field('topBox', 'count', 11, (row) => row.topBox),
  field('unhappy', 'count', 11, (row) => row.unhappy),
  field('all', 'count', 11, (row) => row.all),
  field('flagged', 'count', 11, (row) => row.flagged),
  field('responseRate', 'share', 11, (row) => row.responseRate),
  field('responseMark', 'text', 13, ({ responseRate }) => {
    const mark = responseMark(responseRate);
    return mark && labels.responseMarks[mark];
  }),
  field('trend', 'text', 18, ({ trend }) => trend && labels.trends[trend]),
];

const standingColumns: Column[] = [
  field('level', 'share', 11, (_, { level }) => level),
  field('band', 'text', 14, ({ band }) => band && labels.bands[band]),
  field('gap', 'points', 13, (row) => row.gap),
  field('alert', 'text', 11, (row) => yesOrNo(row.alert)),
];

/** For who checks how the others came about. */
const workingColumns: Column[] = [
  field('window', 'count', 11, (_, { window }) => window),
  field('compared', 'text', 11, (_, { compared }) => yesOrNo(compared)),
  field('shrunken', 'share', 11, (row) => row.shrunken),
  field('priorStrength', 'score', 11, (_, { priorStrength }) => priorStrength),
];

const rateKinds = [
  ['rated', 'count'],
  ['satisfied', 'count'],
  ['satisfactionRate', 'share'],
  ['low', 'share'],
  ['high', 'share'],
] as const satisfies [RateField, Kind][];

const criterionColumns: Column[] = everyCriterion.flatMap((criterion) =>
  rateKinds.map(([name, kind]) => ({
    label: `${labels.criteria[criterion]}: ${labels.rateFields[name]}`,
    meaning: labels.explanation.criteriaColumns,
    kind,
    width: 13,
    cellOf: (row) => row.criteria[criterion][name],
  })),
);

/** Everything that the export says of a commune and of its province, in one row. */
export const columns: readonly Column[] = [
  ...unitColumns,
  ...measureColumns,
  ...standingColumns,
  ...criterionColumns,
  ...workingColumns,
];

/** The columns that are explained one by one. */
export const explainedColumns: readonly Column[] = columns.filter(
  (column) => !criterionColumns.includes(column),
);

export const cellsOf = (row: CommuneRow, province: ProvinceExport): Cell[] =>
  columns.map(({ cellOf }) => cellOf(row, province));
