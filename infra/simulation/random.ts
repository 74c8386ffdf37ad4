import { createHash } from 'node:crypto';

/** Random numbers that come out the same for the same seed: made-up data must not change from run to run. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [0, below). */
  below(below: number): number;
  pick<T>(values: readonly T[]): T;
  poisson(mean: number): number;
  normal(mean: number, deviation: number): number;
  /** A share with this mean and standard deviation; deviation² must be below mean · (1 − mean). */
  beta(mean: number, deviation: number): number;
  bytes(count: number): Uint8Array;
}

/** Beyond this mean, e^−mean comes near the smallest number that there is. */
const largestPoissonMean = 500;

/** Any text or number is a seed, and no two of them begin alike: a name for each stream is enough. */
export const seededRandom = (seed: string | number): Random => {
  const next = sfc32(createHash('sha256').update(String(seed)).digest());
  const below = (limit: number): number => Math.floor(next() * limit);

  /** Box and Muller 1958. */
  const standardNormal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  /** Knuth's multiplication: exact, and quick enough for what a week brings. */
  const poisson = (mean: number): number => {
    if (mean > largestPoissonMean) return poisson(largestPoissonMean) + poisson(mean - largestPoissonMean);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count += 1;
    return count;
  };

  /** Marsaglia and Tsang 2000, A simple method for generating gamma variables. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = standardNormal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };

  return {
    next,
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
    poisson,
    normal: (mean, deviation) => mean + deviation * standardNormal(),
    beta: (mean, deviation) => {
      if (deviation === 0) return mean;
      const strength = (mean * (1 - mean)) / deviation ** 2 - 1;
      if (strength <= 0) throw new RangeError(`no share has mean ${mean} and deviation ${deviation}`);
      const x = gamma(mean * strength);
      return x / (x + gamma((1 - mean) * strength));
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
};

/** Small Fast Counting generator (Doty-Humphrey, PractRand): 128 bits of state, enough for a nation's answers. */
const sfc32 = (seed: Buffer): (() => number) => {
  let [a, b, c] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8)];
  let counter = seed.readInt32LE(12);
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
};
