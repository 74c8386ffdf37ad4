import { wilson } from '../../../functions/domain/measure/interval.ts';
import { rounded, sum } from '../support/statistics.ts';
import { probability } from './binomial-masses.ts';

const counts = [10, 30, 100, 300] as const;
const rates = [0.85, 0.964, 0.99] as const;

/** How often the interval holds the true rate: no simulation, the binomial distribution summed. */
export const coverageOf = (rated: number, rate: number): number =>
  probability(rated, rate, (satisfied) => {
    const interval = wilson({ rated, satisfied });
    return interval !== undefined && interval.low <= rate && rate <= interval.high;
  });

export const coverage = () => {
  const cells = counts.flatMap((n) => rates.map((rate) => ({ n, rate, coverage: coverageOf(n, rate) })));
  return {
    mean: sum(cells.map((cell) => cell.coverage)) / cells.length,
    least: Math.min(...cells.map((cell) => cell.coverage)),
    cells: cells.map((cell) => ({ ...cell, coverage: rounded(cell.coverage) })),
  };
};
