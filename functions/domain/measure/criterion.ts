import type { Criterion } from '../questionnaire.ts';
import { type Detail, emptySummary, type RatingCounts } from '../tally.ts';

/** Ratings of one criterion; who found it not applicable did not rate it. */
export const ratingsOf = (detail: Detail, criterion: Criterion): RatingCounts =>
  detail.criteria[criterion]?.ratings ?? emptySummary.counted;

/** The same thing said of each of the eight criteria. */
export const perCriterion = <T>(valueOf: (criterion: Criterion) => T): Record<Criterion, T> => ({
  attitude: valueOf('attitude'),
  guidance: valueOf('guidance'),
  facilities: valueOf('facilities'),
  waiting: valueOf('waiting'),
  transparency: valueOf('transparency'),
  paperwork: valueOf('paperwork'),
  outcome: valueOf('outcome'),
  recourse: valueOf('recourse'),
});
