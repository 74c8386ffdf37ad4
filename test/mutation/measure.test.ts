import { readdirSync } from 'node:fs';

/**
 * All tests of the measure in one file: one start for each mutant, not ten. Without the exhaustive searches, which
 * would take half a minute for each mutant that lives long enough to see them.
 */
const folder = new URL('../domain/measure/', import.meta.url);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.test.ts') && !name.startsWith('disclosure'),
);

/** Most mutants do not live to see these. */
const slow = ['breakdown.test.ts', 'monotony.test.ts', 'binomial.test.ts'];
const isSlow = (name: string): number => slow.indexOf(name);

for (const name of files.toSorted((a, b) => isSlow(a) - isSlow(b))) await import(new URL(name, folder).href);
