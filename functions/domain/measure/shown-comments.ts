import type { Week } from '../iso-week.ts';
import type { Audience } from './audience.ts';
import type { Timeline, WeekRange } from './timeline.ts';

/** What was written about visits of a week. */
export interface WrittenComment {
  /** Of the visit. */
  week: Week;
  text: string;
}

/** What was written about the weeks of one block, in no order. */
export interface ShownComments extends WeekRange {
  texts: readonly string[];
}

const offset = 0x811c9dc5;
const prime = 0x01000193;

/** A number that says nothing of its text: FNV-1a of its UTF-16 units, with murmur3's finalizer to mix the last ones in. */
const scramble = (text: string): number => {
  let hash = offset;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/**
 * The same order whenever the same comments are shown, however they come: it follows from the texts and the block
 * alone, so it can't tell which came first or from which week of the block.
 */
const shuffled = (texts: readonly string[], block: string): string[] =>
  texts
    .map((text) => ({ text, place: scramble(`${block} ${text}`) }))
    .toSorted((a, b) => a.place - b.place || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);

/**
 * Comments block by block, newest block first, blocks without any left out: for the commune and its province only.
 * A block has ten answers or more; comments of weeks that wait for theirs wait with them. `timeline` is that of the
 * audience (timelineFor).
 */
export const showComments = (
  audience: Audience,
  timeline: Timeline,
  comments: readonly WrittenComment[],
): ShownComments[] => {
  if (audience !== 'commune' && audience !== 'province') return [];
  return timeline.portions
    .map(({ from, to }) => {
      const texts = comments.filter(({ week }) => week >= from && week <= to).map(({ text }) => text);
      return { from, to, texts: shuffled(texts, from) };
    })
    .filter(({ texts }) => texts.length > 0)
    .toReversed();
};
