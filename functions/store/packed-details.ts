import { sensitiveFacts } from '../domain/measure/shown-fact.ts';
import { criteria, facts } from '../domain/questionnaire.ts';
import { type Detail, emptyDetail, type RatingCounts } from '../domain/tally.ts';
import type { CommuneCode } from '../domain/unit.ts';

/*
 * What a province's page needs of the details of its communes, as one row of numbers each: ratings 1…5 of every
 * criterion, then every answer to the sensitive facts, all in the order of the questionnaire. Rows add up number by
 * number. The order never changes without a new version of the tally's schema.
 */
export type DetailRow = readonly number[];

const ratingCount = 5;
const factsFrom = criteria.length * ratingCount;
const factCells = sensitiveFacts.flatMap((fact) => facts[fact].map((answer) => ({ fact, answer })));
const rowLength = factsFrom + factCells.length;

export const rowOf = (detail: Detail): DetailRow => [
  ...criteria.flatMap((name) => detail.criteria[name]?.ratings ?? [0, 0, 0, 0, 0]),
  ...factCells.map(({ fact, answer }) => detail.facts[fact]?.[answer] ?? 0),
];

/** A detail that says of desks, procedures, languages and the other facts nothing. */
export const detailOfRow = (row: DetailRow): Detail => {
  const at = (place: number): number => row[place] ?? 0;
  const ratingsAt = (place: number): RatingCounts => [
    at(place),
    at(place + 1),
    at(place + 2),
    at(place + 3),
    at(place + 4),
  ];
  const answersTo = (asked: string) =>
    Object.fromEntries(
      factCells.flatMap(({ fact, answer }, n) => (fact === asked ? [[answer, at(factsFrom + n)]] : [])),
    );
  return {
    ...emptyDetail,
    criteria: Object.fromEntries(
      criteria.map((name, n) => [name, { ratings: ratingsAt(n * ratingCount), notApplicable: 0 }]),
    ),
    facts: Object.fromEntries(sensitiveFacts.map((fact) => [fact, answersTo(fact)])),
  };
};

/** Equal details give equal texts; communes of which nothing is known are left out. */
export const packDetails = (details: ReadonlyMap<CommuneCode, Detail>): string =>
  JSON.stringify(
    Object.fromEntries(
      [...details]
        .map(([commune, detail]) => [commune, rowOf(detail)] as const)
        .filter(([, row]) => row.some((count) => count > 0))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );

/** Checked by hand: a schema for each of 100,000 numbers would take longer than all the rest of a page. */
const isRow = (value: unknown): value is DetailRow =>
  Array.isArray(value) && value.length === rowLength && value.every((count) => typeof count === 'number');

export const unpackDetails = (text: string): [CommuneCode, DetailRow][] => {
  const communes = JSON.parse(text) as Record<CommuneCode, unknown>;
  return Object.keys(communes).map((commune) => {
    const row = communes[commune];
    if (!isRow(row)) throw new Error(`no packed details of ${commune}`);
    return [commune, row];
  });
};
