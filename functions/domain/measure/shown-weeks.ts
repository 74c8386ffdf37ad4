import { addWeeks, type Week, weeksFrom } from '../iso-week.ts';
import { addRatings, emptySummary, type RatingCounts, sum } from '../tally.ts';
import { type Audience, viewOf } from './audience.ts';
import { type ShownRate, showRate } from './shown-measure.ts';
import { type ProvinceView, rosterOf } from './shown-province.ts';
import { comparisonWeeks } from './shown-standing.ts';
import { ratingsIn, type Window } from './timeline.ts';

/** What ended in one week, all communes together. */
export interface ShownWeek extends ShownRate {
  week: Week;
  /** How many communes it is made of. */
  communes: number;
}

const weeksIn = ({ portions }: Window): number =>
  portions.reduce((weeks, portion) => weeks + portion.weeks.length, 0);

/** Blocks that ended while the commune had so many answers in 13 weeks that all of it could be seen. */
const seenBlocks = (audience: Audience, blocks: readonly Window[]): readonly Window[] => {
  if (audience === 'operator') return blocks;
  const sizes = blocks.map((block) => ({ weeks: weeksIn(block), rated: sum(ratingsIn(block, 'counted')) }));
  return blocks.filter((_, index) => {
    // The window of 13 weeks that this block ends (block.ts).
    let [weeks, rated] = [0, 0];
    for (let each = index; each >= 0 && weeks < comparisonWeeks; each -= 1) {
      weeks += sizes[each]?.weeks ?? 0;
      rated += sizes[each]?.rated ?? 0;
    }
    return viewOf(audience, rated) === 'everything';
  });
};

/**
 * A province over its last 13 weeks: of each week the blocks that ended in it, added up over the communes. For the
 * province and the operator; null for others.
 *
 * Weekly totals of everything would betray small communes to who takes the large ones away. So a sum holds whole
 * blocks only, and only of communes whose rate the audience sees anyway at that time (n ≥ 30 in 13 weeks): what
 * follows from it by subtraction is a block of at least ten answers of such a commune, which two of its windows tell
 * as well. A commune that is not shown one by one takes no part. What a week is once told never changes with later
 * weeks. The operator sees calendar weeks of all communes.
 */
export const showWeeks = (view: ProvinceView): ShownWeek[] | null => {
  const { at, audience } = view;
  if (audience !== 'province' && audience !== 'operator') return null;
  const weeks = weeksFrom(addWeeks(at, 1 - comparisonWeeks), at);
  const sums = new Map<Week, { ratings: RatingCounts; communes: number }>();
  for (const { timeline } of rosterOf(view)) {
    for (const block of seenBlocks(audience, timeline.portions)) {
      const ratings = ratingsIn(block, 'counted');
      if (sum(ratings) === 0) continue;
      const before = sums.get(block.to) ?? { ratings: emptySummary.counted, communes: 0 };
      sums.set(block.to, {
        ratings: addRatings(before.ratings, ratings),
        communes: before.communes + 1,
      });
    }
  }
  return weeks.map((week) => {
    const { ratings, communes } = sums.get(week) ?? { ratings: emptySummary.counted, communes: 0 };
    return { week, communes, ...showRate(audience, ratings) };
  });
};
