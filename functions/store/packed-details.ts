import { sensitiveFacts } from '../domain/measure/shown-fact.ts';
import { everyCriterion, facts, ratings } from '../domain/questionnaire.ts';
import { type Detail, emptyDetail, type RatingCounts } from '../domain/tally.ts';
import type { CommuneCode } from '../domain/unit.ts';

/*
 * What a province's page needs of the details of its communes, as one row of numbers each. Beside the rows stand the
 * names of their columns, so that a row says what it says whatever is asked by then: 'attitude.1' … 'attitude.5' are
 * the ratings of a criterion, 'harassment.no' the answers to a sensitive fact.
 */
export interface PackedDetails {
  columns: string;
  details: string;
}

/** The numbers of one commune by the names of their columns; what is not there counts 0. */
export type DetailCounts = ReadonlyMap<string, number>;

interface Cell {
  column: string;
  countIn: (detail: Detail) => number;
}

const cells: readonly Cell[] = [
  ...everyCriterion.flatMap((criterion) =>
    ratings.map((rating, place) => ({
      column: `${criterion}.${rating}`,
      countIn: ({ criteria }: Detail) => criteria[criterion]?.ratings[place] ?? 0,
    })),
  ),
  ...sensitiveFacts.flatMap((fact) =>
    facts[fact].map((answer) => ({
      column: `${fact}.${answer}`,
      countIn: (detail: Detail) => detail.facts[fact]?.[answer] ?? 0,
    })),
  ),
];

export const countsOf = (detail: Detail): DetailCounts =>
  new Map(cells.map(({ column, countIn }) => [column, countIn(detail)]));

/** A detail that says of desks, procedures, languages and the other facts nothing. */
export const detailOfCounts = (counts: DetailCounts): Detail => {
  const at = (name: string, answer: string | number): number => counts.get(`${name}.${answer}`) ?? 0;
  const ratingsOf = (name: string): RatingCounts => [
    at(name, 1),
    at(name, 2),
    at(name, 3),
    at(name, 4),
    at(name, 5),
  ];
  return {
    ...emptyDetail,
    criteria: Object.fromEntries(
      everyCriterion.map((name) => [name, { ratings: ratingsOf(name), notApplicable: 0 }]),
    ),
    facts: Object.fromEntries(
      sensitiveFacts.map((fact) => [
        fact,
        Object.fromEntries(facts[fact].map((answer) => [answer, at(fact, answer)])),
      ]),
    ),
  };
};

/** Equal details give equal texts; communes of which nothing is known are left out. */
export const packDetails = (details: ReadonlyMap<CommuneCode, Detail>): PackedDetails => ({
  columns: cells.map(({ column }) => column).join(' '),
  details: JSON.stringify(
    Object.fromEntries(
      [...details]
        .map(([commune, detail]) => [commune, cells.map(({ countIn }) => countIn(detail))] as const)
        .filter(([, row]) => row.some((count) => count > 0))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  ),
});

/** Checked by hand: a schema for each of 100,000 numbers would take longer than all the rest of a page. */
const isRow = (value: unknown, length: number): value is readonly number[] =>
  Array.isArray(value) && value.length === length && value.every((count) => typeof count === 'number');

/** The numbers of each commune, in the order of the columns. */
const unpackRows = ({ details }: PackedDetails, length: number): [CommuneCode, readonly number[]][] => {
  const communes = JSON.parse(details) as Record<CommuneCode, unknown>;
  return Object.keys(communes).map((commune) => {
    const row = communes[commune];
    if (!isRow(row, length)) throw new Error(`no packed details of ${commune}`);
    return [commune, row];
  });
};

/** Adds up details that may have been packed with different columns. */
export const detailSums = (): {
  add(packed: PackedDetails, isWanted?: (commune: CommuneCode) => boolean): void;
  sums(): Map<CommuneCode, DetailCounts>;
} => {
  const places = new Map<string, number>();
  const rows = new Map<CommuneCode, number[]>();

  const placeOf = (column: string): number => {
    const place = places.get(column) ?? places.size;
    places.set(column, place);
    return place;
  };

  return {
    add: (packed, isWanted = () => true) => {
      const placed = packed.columns.split(' ').map(placeOf);
      for (const [commune, row] of unpackRows(packed, placed.length)) {
        if (!isWanted(commune)) continue;
        const sum = rows.get(commune) ?? [];
        placed.forEach((place, n) => {
          sum[place] = (sum[place] ?? 0) + (row[n] ?? 0);
        });
        rows.set(commune, sum);
      }
    },
    sums: () =>
      new Map(
        [...rows].map(([commune, row]) => [
          commune,
          new Map([...places].map(([column, place]) => [column, row[place] ?? 0])),
        ]),
      ),
  };
};
