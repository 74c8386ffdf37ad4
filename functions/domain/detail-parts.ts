import { addDetails, type Detail, emptyDetail } from './tally.ts';

/** Desks whose counts stand in one part: with everything else that is counted it stays under 8 KB. */
export const desksInPart = 20;

/**
 * Cuts the detail of a commune with many desks into parts of bounded size, at least one. Their sum is the detail. The
 * first has all that does not depend on desks; a desk's part follows from its place among the commune's desks.
 */
export const partsOf = (detail: Detail): Detail[] => {
  const desks = Object.entries(detail.desks).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const count = Math.max(1, Math.ceil(desks.length / desksInPart));
  return Array.from({ length: count }, (_, part) => ({
    ...(part === 0 ? detail : emptyDetail),
    desks: Object.fromEntries(desks.slice(part * desksInPart, (part + 1) * desksInPart)),
  }));
};

export const joinParts = (parts: readonly Detail[]): Detail => parts.reduce(addDetails, emptyDetail);
