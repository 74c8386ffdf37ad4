import type { CommuneCode } from '../domain/unit.ts';

/** As texts of at most 350 bytes each, less than half of what an item may hold; the largest province has 168. */
export const communesInPart = 500;

/** What is known of the communes of a province, cut into parts that fit an item each, at least so many. */
export const inParts = <T>(
  communes: ReadonlyMap<CommuneCode, T>,
  atLeast: number,
): ReadonlyMap<CommuneCode, T>[] => {
  const entries = [...communes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const count = Math.max(1, atLeast, Math.ceil(entries.length / communesInPart));
  return Array.from(
    { length: count },
    (_, part) => new Map(entries.slice(part * communesInPart, (part + 1) * communesInPart)),
  );
};
