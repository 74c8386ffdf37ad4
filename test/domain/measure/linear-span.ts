import { isSmall } from '../../../functions/domain/measure/breakdown.ts';

/** A number that somebody is shown: the sum of these cells, by index. */
export type Published = readonly number[];

/** Cells that are 0 or 1 are added up modulo a prime far above anything that elimination makes of them. */
const prime = 1_000_003;

const modulo = (value: number): number => ((value % prime) + prime) % prime;

const inverse = (value: number): number => {
  let [result, base, exponent] = [1, value, prime - 2];
  for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
};

type Row = number[];

/** Takes multiples of the basis away until none of its leading places is left. */
const reduced = (row: Row, basis: ReadonlyMap<number, Row>): Row => {
  const rest = [...row];
  for (const [lead, other] of basis) {
    const factor = rest[lead] ?? 0;
    if (factor === 0) continue;
    for (const [place, value] of other.entries()) rest[place] = modulo((rest[place] ?? 0) - factor * value);
  }
  return rest;
};

/** The published sums in echelon form. */
const basisOf = (rows: readonly Row[]): Map<number, Row> => {
  const basis = new Map<number, Row>();
  for (const row of rows) {
    const rest = reduced(row, basis);
    const lead = rest.findIndex((value) => value !== 0);
    if (lead < 0) continue;
    const scale = inverse(rest[lead] ?? 1);
    basis.set(
      lead,
      rest.map((value) => (value * scale) % prime),
    );
  }
  return basis;
};

/**
 * Every set of cells whose sum follows from the published ones by adding, subtracting and multiplying, and that holds
 * one to nine answers. Whoever computes is taken to know how everything published is made up; a sum of zero tells that
 * each of its cells is empty.
 */
export const smallDerivable = (published: readonly Published[], sizes: readonly number[]): number[][] => {
  const sizeOf = (cells: Published): number => cells.reduce((total, cell) => total + (sizes[cell] ?? 0), 0);
  const empty = new Set(published.filter((sum) => sizeOf(sum) === 0).flat());
  const cells = [...sizes.keys()].filter((cell) => !empty.has(cell));
  const rowOf = (sum: Published): Row => cells.map((cell) => (sum.includes(cell) ? 1 : 0));
  const basis = basisOf([...new Map(published.map((sum) => [String(rowOf(sum)), rowOf(sum)])).values()]);

  const found: number[][] = [];
  for (let subset = 1; subset < 2 ** cells.length; subset++) {
    const chosen = cells.filter((_, place) => subset & (1 << place));
    const follows = isSmall(sizeOf(chosen)) && reduced(rowOf(chosen), basis).every((value) => value === 0);
    if (follows) found.push(chosen);
  }
  return found;
};
