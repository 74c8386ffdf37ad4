/** P(X = s) for s = 0…n, from the most probable count outward: exact but for rounding, for 0 < p < 1. */
export const binomialMasses = (n: number, p: number): number[] => {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const masses = Array.from({ length: n + 1 }, () => 0);
  masses[mode] = 1;
  for (let k = mode; k < n; k += 1) masses[k + 1] = ((masses[k] ?? 0) * (n - k) * p) / ((k + 1) * (1 - p));
  for (let k = mode; k > 0; k -= 1) masses[k - 1] = ((masses[k] ?? 0) * k * (1 - p)) / ((n - k + 1) * p);
  const all = masses.reduce((total, mass) => total + mass, 0);
  return masses.map((mass) => mass / all);
};

/** Probability that the number of satisfied among n is one of those that are asked for. */
export const probability = (n: number, p: number, isAsked: (satisfied: number) => boolean): number =>
  binomialMasses(n, p).reduce((total, mass, satisfied) => (isAsked(satisfied) ? total + mass : total), 0);
