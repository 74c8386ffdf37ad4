import { indicativeFrom } from './tier.ts';

/**
 * Responses that stand beside the counted ones (flagged, entered by staff) are few, and whoever sees the count of one
 * window and of the next could subtract. So they are released as weeks are, in tens: a block's count is released with
 * it when it is ten or more; smaller ones gather, and are released together with the block that makes them ten.
 *
 * Given the counts of a commune's blocks from its first on, the released ones: each is 0 or at least 10, and later
 * blocks never change it. A window may be shown when what is released within it is what it holds; then every sum and
 * difference of what is shown is a sum of released counts.
 */
export const releasedCounts = (counts: readonly number[]): number[] => {
  let gathered = 0;
  return counts.map((count) => {
    if (count >= indicativeFrom) return count;
    gathered += count;
    if (gathered < indicativeFrom) return 0;
    const released = gathered;
    gathered = 0;
    return released;
  });
};
