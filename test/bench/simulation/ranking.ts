import { comparisonOf } from '../../../functions/domain/measure/comparison.ts';
import { shrunkenRate } from '../../../functions/domain/measure/shrinkage.ts';
import { seededRandom } from '../../../infra/simulation/random.ts';
import { typical } from '../../../infra/simulation/sample-responses.ts';
import { median, rounded, sum } from '../support/statistics.ts';
import { type SampledCommune, sampleProvince } from './communes.ts';

const provinces = 2_000;
const worst = 7;

/** Ranks from 1; equal values share the mean of theirs. */
const ranksOf = (values: readonly number[]): number[] => {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const ranks: number[] = [];
  for (let from = 0; from < order.length; ) {
    const value = order[from]?.value;
    const next = order.findIndex((each, n) => n > from && each.value !== value);
    const to = next === -1 ? order.length : next;
    for (const { index } of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
};

const mean = (values: readonly number[]): number => sum(values) / values.length;

const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    sum(x.map((value, n) => (value - mx) * ((y[n] ?? my) - my)));
  return product(a, meanA, b, meanB) / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
};

/** Spearman's. */
export const rankCorrelation = (a: readonly number[], b: readonly number[]): number =>
  correlation(ranksOf(a), ranksOf(b));

/** Communes stand in random order, so that equal estimates are taken by chance. */
const worstOf = (estimates: readonly number[]): Set<number> =>
  new Set(
    estimates
      .map((value, index) => ({ value, index }))
      .toSorted((a, b) => a.value - b.value)
      .slice(0, worst)
      .map(({ index }) => index),
  );

const recall = (truth: readonly number[], estimates: readonly number[]): number => {
  const found = worstOf(estimates);
  return [...worstOf(truth)].filter((index) => found.has(index)).length / worst;
};

const compare = (communes: readonly SampledCommune[]) => {
  const { level = 0, priorStrength } = comparisonOf(communes);
  const answered = communes.filter(({ rated }) => rated > 0);
  const truth = answered.map(({ rate }) => rate);
  const raw = answered.map(({ rated, satisfied }) => satisfied / rated);
  const shrunken = answered.map((commune) => shrunkenRate(commune, level, priorStrength));
  return {
    priorStrength,
    perfect: raw.filter((rate) => rate === 1).length / raw.length,
    rawCorrelation: rankCorrelation(truth, raw),
    shrunkenCorrelation: rankCorrelation(truth, shrunken),
    rawRecall: recall(truth, raw),
    shrunkenRecall: recall(truth, shrunken),
  };
};

const rankingOf = (name: string, about: { answers: number; weeks: number; alike: boolean }) => {
  const random = seededRandom(`ranking ${name}`);
  const seen = Array.from({ length: provinces }, () =>
    compare(sampleProvince(random, { ...typical, answers: about.answers }, about)),
  );
  const meanOf = (key: keyof (typeof seen)[number]): number => rounded(mean(seen.map((each) => each[key])));
  return {
    ...about,
    provinces,
    shareAtExactly100Percent: meanOf('perfect'),
    rankCorrelation: { raw: meanOf('rawCorrelation'), shrunken: meanOf('shrunkenCorrelation') },
    worstSevenRecall: { raw: meanOf('rawRecall'), shrunken: meanOf('shrunkenRecall') },
    medianPriorStrength: rounded(median(seen.map(({ priorStrength }) => priorStrength))),
  };
};

export const ranking = () => ({
  /** That of the beta distribution from which the true rates are drawn. */
  truePriorStrength: rounded((typical.satisfied * (1 - typical.satisfied)) / typical.spread ** 2 - 1),
  thirtyAnswersEach: rankingOf('30 each', { answers: 30, weeks: 1, alike: true }),
  fourWeeks: rankingOf('4 weeks', { answers: typical.answers, weeks: 4, alike: false }),
  thirteenWeeks: rankingOf('13 weeks', { answers: typical.answers, weeks: 13, alike: false }),
});
