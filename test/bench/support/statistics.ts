/** Sorted upwards. */
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The smallest value that so many percent of the values do not exceed (nearest rank). */
export const percentile = (values: readonly number[], percent: number): number => {
  const rank = Math.max(1, Math.ceil((percent / 100) * values.length));
  return sorted(values)[rank - 1] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => {
  const [a = Number.NaN, b = a] = sorted(values).slice(Math.floor((values.length - 1) / 2));
  return values.length % 2 === 1 ? a : (a + b) / 2;
};

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Three digits say all that a measurement on a shared machine can. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** What tells a steady figure from a lucky one. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

export const spread = (values: readonly number[]): Spread => ({
  median: rounded(median(values)),
  least: rounded(Math.min(...values)),
  most: rounded(Math.max(...values)),
});
