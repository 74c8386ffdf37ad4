import { folded } from './fold.ts';
import { type ResponseMark, responseMark } from './measure/response-mark.ts';
import type { CommuneRow } from './measure/shown-province.ts';
import { type Phase, phases } from './rollout.ts';
import { type Commune, communeTitle, type Kind } from './unit.ts';

/** What a list of communes can be ordered by. `rate` orders by the shrunken rate. */
export const listSorts = ['name', 'answers', 'rate', 'unhappy', 'response'] as const;
export type ListSort = (typeof listSorts)[number];

export const listOrders = ['asc', 'desc'] as const;
export type ListOrder = (typeof listOrders)[number];

/** How addresses write a phase, a kind and a mark. */
export const phaseFilters = ['1', '2', '3', 'none'] as const;
export const kindFilters = ['phuong', 'xa', 'dac-khu'] as const;
/** `unknown`: there is no response rate to show. */
export const responseFilters = ['low', 'over', 'unknown'] as const;

/** What somebody wants to see of the communes of a province. */
export interface ListQuery {
  /** As typed. */
  q: string;
  sort: ListSort;
  order: ListOrder;
  phase: (typeof phaseFilters)[number] | undefined;
  kind: (typeof kindFilters)[number] | undefined;
  response: (typeof responseFilters)[number] | undefined;
}

/** The end of the list that one looks for first. */
export const usualOrder: Readonly<Record<ListSort, ListOrder>> = {
  name: 'asc',
  answers: 'desc',
  rate: 'asc',
  unhappy: 'desc',
  response: 'asc',
};

/** One commune with everything that a list can be filtered by. */
export interface ListedCommune {
  unit: Commune;
  phase: Phase | undefined;
  row: CommuneRow;
  mark: ResponseMark | null;
}

const kindsByFilter: Readonly<Record<(typeof kindFilters)[number], Kind>> = {
  phuong: 'Phường',
  xa: 'Xã',
  'dac-khu': 'Đặc khu',
};

export const listedCommune = (unit: Commune, phase: Phase | undefined, row: CommuneRow): ListedCommune => ({
  unit,
  phase,
  row,
  mark: responseMark(row.responseRate),
});

const hasPhase = ({ phase }: ListedCommune, wanted: ListQuery['phase']): boolean =>
  wanted === undefined || phase === phases.find((each) => String(each) === wanted);

const hasResponse = ({ row, mark }: ListedCommune, wanted: ListQuery['response']): boolean =>
  wanted === undefined || (wanted === 'unknown' ? row.responseRate === null : mark === wanted);

/** Everything but what was typed: that hides rows, so that a script can show them again. */
export const isWanted = (commune: ListedCommune, query: ListQuery): boolean =>
  hasPhase(commune, query.phase) &&
  (query.kind === undefined || commune.unit.kind === kindsByFilter[query.kind]) &&
  hasResponse(commune, query.response);

export const isFound = ({ unit }: Pick<ListedCommune, 'unit'>, { q }: Pick<ListQuery, 'q'>): boolean =>
  q === '' || folded(communeTitle(unit)).includes(folded(q));

/** The number that a commune is ordered by; null where it may not be shown, or orders nothing. */
const sortedBy = ({ row }: ListedCommune, sort: ListSort): number | null => {
  switch (sort) {
    case 'name':
      return null;
    case 'answers':
      return row.rated;
    case 'rate':
      return row.shrunken;
    case 'unhappy':
      return row.unhappy;
    case 'response':
      return row.responseRate;
  }
};

const byName = new Intl.Collator('vi').compare;

/** By the part of a name that tells communes apart, then by kind and code: the same order every time. */
export const compareNames = (a: Commune, b: Commune): number =>
  byName(a.name, b.name) || byName(a.kind, b.kind) || byName(a.code, b.code);

/**
 * The communes in the order that is asked for. Equal ones are in the order of their names, and so, at the end in either
 * order, are those whose number is hidden: where they stand says nothing about it.
 */
export const inOrder = (
  communes: readonly ListedCommune[],
  { sort, order }: Pick<ListQuery, 'sort' | 'order'>,
): ListedCommune[] => {
  const sign = order === 'asc' ? 1 : -1;
  if (sort === 'name') return communes.toSorted((a, b) => sign * compareNames(a.unit, b.unit));
  const value = (commune: ListedCommune): number | null => sortedBy(commune, sort);
  return communes.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null || x === y) {
      return Number(x === null) - Number(y === null) || compareNames(a.unit, b.unit);
    }
    return sign * (x - y);
  });
};
