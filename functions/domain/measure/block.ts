import { indicativeFrom } from './tier.ts';

/** First and last index of a run of consecutive weeks, both included. */
export type Span = readonly [first: number, last: number];

/**
 * Joins consecutive weeks until they hold at least so many answers. Each run depends on the weeks up to its end
 * only, so later weeks never move it; weeks after the last full run wait.
 */
export const joinWeeks = (
  rated: readonly number[],
  isFull: (answers: number, weeks: number) => boolean,
): Span[] => {
  const runs: Span[] = [];
  let first = 0;
  let answers = 0;
  for (const [week, count] of rated.entries()) {
    answers += count;
    if (!isFull(answers, week - first + 1)) continue;
    runs.push([first, week]);
    first = week + 1;
    answers = 0;
  }
  return runs;
};

/** A commune's blocks: nothing is shown of fewer weeks than hold ten answers. */
export const blocksOf = (rated: readonly number[]): Span[] =>
  joinWeeks(rated, (answers) => answers >= indicativeFrom);

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
