import type { Criterion } from '../questionnaire.ts';
import { type Detail, emptySummary, type RatingCounts } from '../tally.ts';

/** Ratings of one criterion; who found it not applicable did not rate it. */
export const ratingsOf = (detail: Detail, criterion: Criterion): RatingCounts =>
  detail.criteria[criterion]?.ratings ?? emptySummary.counted;

/** The same thing said of each of the eight criteria. */
export const perCriterion = <T>(make: (criterion: Criterion) => T): Record<Criterion, T> => ({
  attitude: make('attitude'),
  guidance: make('guidance'),
  facilities: make('facilities'),
  waiting: make('waiting'),
  transparency: make('transparency'),
  paperwork: make('paperwork'),
  outcome: make('outcome'),
  recourse: make('recourse'),
});
