import { indicativeFrom } from './tier.ts';

/** First and last index of a run of consecutive weeks, both included. */
export type Span = readonly [first: number, last: number];

/**
 * Joins consecutive counts until each run holds at least so many. A run depends on the counts up to its end only, so
 * later ones never move it; those after the last full run wait.
 */
export const joinUntil = (enough: number, counts: readonly number[]): Span[] => {
  const runs: Span[] = [];
  let first = 0;
  let held = 0;
  for (let index = 0; index < counts.length; index += 1) {
    held += counts[index] ?? 0;
    if (held < enough) continue;
    runs.push([first, index]);
    first = index + 1;
    held = 0;
  }
  return runs;
};

/** A commune's blocks, out of its answers a week: nothing is shown of fewer weeks than hold ten answers. */
export const blocksOf = (rated: readonly number[]): Span[] => joinUntil(indicativeFrom, rated);

/** The shortest run of whole blocks at the end of these that covers so many weeks; all of them when none does. */
const lastBlocks = (blocks: readonly Span[], weeks: number): readonly Span[] => {
  const last = blocks.at(-1);
  if (!last) return [];
  const start = blocks.findLastIndex(([first]) => last[1] - first + 1 >= weeks);
  return blocks.slice(Math.max(0, start));
};

/** From the first week of the first of adjoining blocks to the last week of the last. */
const spanOf = (blocks: readonly Span[]): Span | undefined => {
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first && last && [first[0], last[1]];
};

/** A run of whole blocks, and the one of the same length that ends where it begins. */
export interface Windows {
  window: Span | undefined;
  before: Span | undefined;
}

/**
 * The window of so many weeks at a week: it ends with the last full block at or before that week. Any two windows
 * therefore differ by whole blocks, never by fewer than ten answers.
 */
export const windowAt = (blocks: readonly Span[], at: number, weeks: number): Windows => {
  const ended = blocks.filter(([, last]) => last <= at);
  const window = lastBlocks(ended, weeks);
  const before = lastBlocks(ended.slice(0, ended.length - window.length), weeks);
  return { window: spanOf(window), before: spanOf(before) };
};
