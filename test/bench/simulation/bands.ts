import { bandOf, comparedFrom, comparisonOf } from '../../../functions/domain/measure/comparison.ts';
import { pooled } from '../../../functions/domain/measure/satisfaction.ts';
import { seededRandom } from '../../../infra/simulation/random.ts';
import { type Population, typical } from '../../../infra/simulation/sample-responses.ts';
import { rounded, sum } from '../support/statistics.ts';
import { probability } from './binomial-masses.ts';
import { sampleProvince } from './communes.ts';

const counts = [100, 169, 300, 1_000, 3_000] as const;
const levels = [0.85, 0.964, 0.99] as const;
/** True gaps to the level; from a point on, `below` would be right. */
const gaps = [0, 0.005, 0.009] as const;
const provinces = 2_000;

/** How often a commune with this true gap is called `below`, the level being known: exact. */
const belowWithGap = (rated: number, level: number, gap: number): number =>
  probability(
    rated,
    level - gap,
    (satisfied) => bandOf({ rated, satisfied }, { level, compared: true }).band === 'below',
  );

/** The same for whole provinces, with the level that their own answers give, by the true gap of each commune. */
const bandsByGap = (name: string, population: Population, isMeant: (gap: number) => boolean) => {
  const random = seededRandom(`bands ${name}`);
  const seen = { compared: 0, below: 0, above: 0, alerts: 0 };
  for (let n = 0; n < provinces; n += 1) {
    const communes = sampleProvince(random, population, { weeks: 13 });
    const comparison = comparisonOf(communes);
    const level = sum(communes.map(({ rate, rated }) => rate * rated)) / pooled(communes).rated;
    for (const commune of communes) {
      if (commune.rated < comparedFrom || !isMeant(commune.rate - level)) continue;
      const { band, alert } = bandOf(commune, comparison);
      seen.compared += 1;
      if (band === 'below') seen.below += 1;
      if (band === 'above') seen.above += 1;
      if (alert) seen.alerts += 1;
    }
  }
  return {
    compared: seen.compared,
    below: rounded(seen.below / seen.compared),
    above: rounded(seen.above / seen.compared),
    alerts: rounded(seen.alerts / seen.compared),
  };
};

export const bands = () => {
  const cells = gaps.map((gap) => ({
    gap,
    cells: counts.flatMap((n) => levels.map((level) => ({ n, level, below: belowWithGap(n, level, gap) }))),
  }));
  const most = (gap: number): number =>
    Math.max(
      ...cells.filter((each) => each.gap === gap).flatMap((each) => each.cells.map(({ below }) => below)),
    );
  return {
    provinces,
    amongEqual: bandsByGap('equal', { ...typical, spread: 0 }, () => true),
    /** Of communes as different as typical ones. */
    trueGap: {
      above: bandsByGap('typical', typical, (gap) => gap >= 0),
      lessThanAPointBelow: bandsByGap('typical', typical, (gap) => gap < 0 && gap > -0.01),
      oneToThreePointsBelow: bandsByGap('typical', typical, (gap) => gap <= -0.01 && gap > -0.03),
      moreThanThreePointsBelow: bandsByGap('typical', typical, (gap) => gap <= -0.03),
    },
    mostAtNoGap: most(0),
    mostAtHalfAPoint: most(0.005),
    mostAtNineTenthsOfAPoint: most(0.009),
    exact: cells.map((each) => ({
      ...each,
      cells: each.cells.map((cell) => ({ ...cell, below: rounded(cell.below) })),
    })),
  };
};
