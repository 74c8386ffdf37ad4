import { indicativeFrom } from './tier.ts';

/** A count that would point at few people. Zero points at nobody. */
export const isSmall = (count: number): boolean => count > 0 && count < indicativeFrom;

/**
 * Which cells of a breakdown must be hidden, as indices in ascending order: small ones (primary suppression) and,
 * because the total is known, the next smallest until what is hidden cannot be told apart by subtraction (secondary
 * suppression; see Hundepool et al. 2012, Statistical Disclosure Control, chapter 4).
 */
export const hiddenCells = (cells: readonly number[]): number[] => {
  const indices = [...cells.keys()];
  const sizeOf = (index: number): number => cells[index] ?? 0;
  const small = indices.filter((index) => isSmall(sizeOf(index)));
  if (small.length === 0) return [];

  const hidden = [...small];
  const others = indices.filter((index) => sizeOf(index) >= indicativeFrom);
  // Sorting is stable: among equals the first in order goes first.
  for (const next of others.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const covered = hidden.reduce((total, index) => total + sizeOf(index), 0);
    if (hidden.length >= 2 && covered >= indicativeFrom) break;
    hidden.push(next);
  }
  return hidden.toSorted((a, b) => a - b);
};
