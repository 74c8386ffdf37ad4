import type { Rated } from '../../../functions/domain/measure/satisfaction.ts';
import type { Random } from '../../../infra/simulation/random.ts';
import { characterOf, type Population } from '../../../infra/simulation/sample-responses.ts';

/** A commune as it is, and as its answers show it. */
export interface SampledCommune extends Rated {
  /** True share of satisfied people. */
  rate: number;
}

const answer = (random: Random, rate: number, rated: number): SampledCommune => {
  let satisfied = 0;
  for (let n = 0; n < rated; n += 1) if (random.next() < rate) satisfied += 1;
  return { rate, rated, satisfied };
};

/** Hà Tĩnh has so many. */
const communes = 69;

/** Answers of a province in some weeks, as `simulate` makes them; `alike` for as many everywhere. */
export const sampleProvince = (
  random: Random,
  population: Population,
  { weeks, alike = false }: { weeks: number; alike?: boolean },
): SampledCommune[] =>
  Array.from({ length: communes }, () => {
    const { satisfied, answers } = characterOf(random, population);
    return answer(random, satisfied, random.poisson(weeks * (alike ? population.answers : answers)));
  });
