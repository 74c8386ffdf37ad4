import { type RatingCounts, sum } from '../tally.ts';

/** How many were asked and how many of them were satisfied: all that a rate is made of. */
export interface Rated {
  rated: number;
  /** Ratings 4 and 5. */
  satisfied: number;
}

/** What the measure needs of a set of ratings. */
export interface Counts extends Rated {
  /** Ratings 5. */
  topBox: number;
  /** Ratings 1 and 2. */
  unhappy: number;
  /** Sum of the ratings, 1…5 each. */
  scoreSum: number;
}

export const countsOf = (counts: RatingCounts): Counts => {
  const [ones, twos, threes, fours, fives] = counts;
  return {
    rated: sum(counts),
    satisfied: fours + fives,
    topBox: fives,
    unhappy: ones + twos,
    scoreSum: ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives,
  };
};

const share = (part: number, rated: number): number | undefined => (rated === 0 ? undefined : part / rated);

/** Share of ratings 4–5 among rated (CSAT, top-2-box), 0…1; undefined when nobody rated. */
export const satisfactionRate = ({ rated, satisfied }: Rated): number | undefined => share(satisfied, rated);

/** Share of ratings 5 among rated, 0…1; undefined when nobody rated. */
export const topBoxRate = ({ rated, topBox }: Pick<Counts, 'rated' | 'topBox'>): number | undefined =>
  share(topBox, rated);

/** Mean rating ÷ 5 × 100, so 20…100; undefined when nobody rated. */
export const meanScore = ({ rated, scoreSum }: Pick<Counts, 'rated' | 'scoreSum'>): number | undefined =>
  share(100 * scoreSum, 5 * rated);

/** One population out of several. */
export const pooled = (groups: readonly Rated[]): Rated => ({
  rated: groups.reduce((total, { rated }) => total + rated, 0),
  satisfied: groups.reduce((total, { satisfied }) => total + satisfied, 0),
});
