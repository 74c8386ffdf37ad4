/** Both tails of a binomial count X at s; they overlap in P(X = s). */
export interface Tails {
  /** P(X ≤ s) */
  atMost: number;
  /** P(X ≥ s) */
  atLeast: number;
}

/**
 * Every probability relative to that of the most probable count, by the ratio of neighbours
 * P(k + 1) / P(k) = (n − k) / (k + 1) · p / (1 − p), outward until nothing is left; what they sum to is the unit.
 */
const eachMass = (n: number, p: number, visit: (k: number, mass: number) => void): void => {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  for (let k = mode, mass = 1; mass > 0; k--) {
    visit(k, mass);
    mass = k > 0 ? (mass * k * (1 - p)) / ((n - k + 1) * p) : 0;
  }
  const after = (k: number, mass: number): number => (k < n ? (mass * (n - k) * p) / ((k + 1) * (1 - p)) : 0);
  for (let k = mode + 1, mass = after(mode, 1); mass > 0; k++) {
    visit(k, mass);
    mass = after(k, mass);
  }
};

/**
 * Exact tails of the number of successes among n trials of probability p, each correct to thirteen digits for n up to
 * 100,000, however small the tail (until it underflows near 1e-305). No gamma function is needed, nothing
 * cancels, and a tail is never computed as one minus the other.
 */
export const binomialTails = (s: number, n: number, p: number): Tails => {
  let [below, at, above] = [0, 0, 0];
  eachMass(n, p, (k, mass) => {
    if (k < s) below += mass;
    else if (k > s) above += mass;
    else at = mass;
  });
  const all = below + at + above;
  return { atMost: (below + at) / all, atLeast: (at + above) / all };
};

/** P(X = k) for k = 0…n. */
export const binomialMasses = (n: number, p: number): Float64Array => {
  const masses = new Float64Array(n + 1);
  let all = 0;
  eachMass(n, p, (k, mass) => {
    masses[k] = mass;
    all += mass;
  });
  for (let k = 0; k <= n; k += 1) masses[k] = (masses[k] ?? 0) / all;
  return masses;
};
