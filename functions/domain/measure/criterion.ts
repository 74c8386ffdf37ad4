import { type Criterion, criteria, everyCriterion } from '../questionnaire.ts';
import { recordOf } from '../record-of.ts';
import { type Detail, emptySummary, type RatingCounts } from '../tally.ts';

/** Ratings of one criterion; who found it not applicable did not rate it. */
export const ratingsOf = (detail: Detail, criterion: Criterion): RatingCounts =>
  detail.criteria[criterion]?.ratings ?? emptySummary.counted;

/** The same thing said of each criterion that was ever asked. */
export const perCriterion = <T>(make: (criterion: Criterion) => T): Record<Criterion, T> =>
  recordOf(everyCriterion, make);

/** What is asked now, and what was asked before as long as there are answers to it. */
export const criteriaToShow = (hasAnswers: (criterion: Criterion) => boolean): Criterion[] =>
  everyCriterion.filter((criterion) => criteria.includes(criterion) || hasAnswers(criterion));
