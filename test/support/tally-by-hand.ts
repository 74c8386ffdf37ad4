import type { Rating } from '../../functions/domain/questionnaire.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { RatingCounts, Tally } from '../../functions/domain/tally.ts';

const ratingsOf = (among: readonly Response[]): RatingCounts =>
  countRatings(among.map(({ overall }) => overall));

const countRatings = (answers: readonly unknown[]): RatingCounts => {
  const count = (rating: Rating) => answers.filter((answer) => answer === rating).length;
  return [count(1), count(2), count(3), count(4), count(5)];
};

const countsOf = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries(values.map((value) => [value, values.filter((other) => other === value).length]));

const byKey = (
  among: readonly Response[],
  keyOf: (response: Response) => string | undefined,
): Record<string, RatingCounts> =>
  Object.fromEntries(
    [...new Set(among.flatMap((response) => keyOf(response) ?? []))].map((key) => [
      key,
      ratingsOf(among.filter((response) => keyOf(response) === key)),
    ]),
  );

const isDoubted = ({ flags }: Response): boolean =>
  flags.includes('burst') || flags.includes('too_fast') || flags.includes('closed_hours');

/** The tally of many responses, counted by its definition and not by adding up the tallies of each. */
export const tallyByHand = (responses: readonly Response[]): Tally => {
  const citizens = responses.filter(({ channel }) => channel !== 'assisted');
  const counted = citizens.filter((response) => !isDoubted(response));
  const criterion = (name: 'attitude' | 'waiting') => {
    const answers = counted.map(({ criteria }) => criteria[name]).filter((answer) => answer !== undefined);
    const notApplicable = answers.filter((answer) => answer === 'na').length;
    return answers.length === 0 ? {} : { [name]: { ratings: countRatings(answers), notApplicable } };
  };
  const fact = (name: 'visits' | 'harassment') => {
    const answers = counted.flatMap(({ facts }) => facts[name] ?? []);
    return answers.length === 0 ? {} : { [name]: countsOf(answers) };
  };
  return {
    summary: {
      counted: ratingsOf(counted),
      flagged: ratingsOf(citizens.filter(isDoubted)),
      assisted: ratingsOf(responses.filter(({ channel }) => channel === 'assisted')),
      flags: countsOf(responses.flatMap(({ flags }) => flags)),
      channels: countsOf(counted.map(({ channel }) => channel)),
    },
    detail: {
      criteria: { ...criterion('attitude'), ...criterion('waiting') },
      facts: { ...fact('visits'), ...fact('harassment') },
      languages: countsOf(counted.map(({ language }) => language)),
      questionnaires: countsOf(counted.map(({ questionnaire }) => String(questionnaire))),
      desks: byKey(counted, ({ desk }) => desk),
      procedures: byKey(counted, ({ procedure }) => procedure),
    },
  };
};
