import { indicativeFrom } from './tier.ts';

/** Responses beside the counted ones: how many there are, and how many are released with them. */
export interface Beside {
  count: number;
  released: number;
}

/**
 * Responses that stand beside the counted ones (flagged, entered by staff) are few, and whoever sees the count of one
 * window and of the next could subtract. So they are released as weeks are, in tens: a block's count is released with
 * it when it is ten or more; smaller ones gather, and are released together with the block that makes them ten.
 *
 * Given the counts of a commune's blocks from its first on. Each release is 0 or at least 10, and later blocks never
 * change it. A window may be shown when what is released within it is what it holds; then every sum and difference of
 * what is shown is a sum of releases.
 */
export const holdBack = (counts: readonly number[]): Beside[] => {
  let gathered = 0;
  return counts.map((count) => {
    if (count >= indicativeFrom) return { count, released: count };
    gathered += count;
    const released = gathered >= indicativeFrom ? gathered : 0;
    gathered -= released;
    return { count, released };
  });
};

/** How many there are; undefined when some of them must not be told apart yet. */
export const releasedOf = (besides: readonly Beside[]): number | undefined => {
  const count = besides.reduce((total, beside) => total + beside.count, 0);
  const released = besides.reduce((total, beside) => total + beside.released, 0);
  return count === released ? count : undefined;
};
