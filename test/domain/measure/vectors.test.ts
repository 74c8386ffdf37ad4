import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import ownVectors from './vectors.json' with { type: 'json' };
import { checkVectors } from './vectors.ts';

const shared = new URL('../../../../shared/data/measure-vectors.json', import.meta.url);

describe('expected values', () => {
  // vectors.json was computed with exact fractions and 60 decimal digits, by other formulas than ours: Wilson and
  // Newcombe as printed in the papers, binomial tails as plain sums. Its first newcombe is Newcombe's table II (a).
  it('computed elsewhere are ours to 1e-9', () => {
    const { checked, mismatches, unchecked } = checkVectors(ownVectors);
    expect(mismatches).toEqual([]);
    expect(unchecked).toEqual([]);
    expect(checked).toBeGreaterThan(150);
  });

  it.runIf(existsSync(shared))('that the project was given are ours to 1e-9', () => {
    const { checked, mismatches, unchecked } = checkVectors(JSON.parse(readFileSync(shared, 'utf8')));
    expect(mismatches).toEqual([]);
    expect(unchecked).toEqual([]);
    expect(checked).toBeGreaterThan(200);
  });

  it('that are wrong are told one by one', () => {
    const { mismatches } = checkVectors({
      z: 1.96,
      breakdowns: [{ cells: [5, 20, 30], hidden: [0] }],
      weeks: [{ instant: '2026-11-22T16:59:59Z', week: '2026-W47' }],
    });
    expect(mismatches).toHaveLength(2);
    expect(mismatches[1]).toBe('breakdowns[0].hidden: [0,1], expected [0]');
  });

  it('in a file of another form are refused', () => {
    expect(checkVectors({ wilson: 'none' }).mismatches).toHaveLength(1);
    expect(checkVectors({ others: [1] }).unchecked).toEqual(['others']);
  });
});
