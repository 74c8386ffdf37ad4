import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCells, isSmall } from '../../../functions/domain/measure/breakdown.ts';

const cells = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 200 })),
  {
    maxLength: 9,
  },
);

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

describe('a breakdown', () => {
  it('hides every cell of one to nine', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const hidden = hiddenCells(counts);
        for (const [index, count] of counts.entries()) if (isSmall(count)) expect(hidden).toContain(index);
      }),
    );
    expect([0, 1, 9, 10].map(isSmall)).toEqual([false, true, true, false]);
  });

  it('hides nothing when no cell is small, and never a zero', () => {
    expect(hiddenCells([10, 0, 50])).toEqual([]);
    fc.assert(
      fc.property(cells, (counts) => {
        for (const index of hiddenCells(counts)) expect(counts[index]).toBeGreaterThan(0);
        if (!counts.some(isSmall)) expect(hiddenCells(counts)).toEqual([]);
      }),
    );
  });

  it('hides the first of equal cells', () => {
    expect(hiddenCells([20, 5, 20])).toEqual([0, 1]);
  });

  it('hides no more than it must', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const hidden = hiddenCells(counts);
        const large = hidden.map((index) => counts[index] ?? 0).filter((count) => !isSmall(count));
        const largest = Math.max(0, ...large);
        if (largest === 0) return;
        const without = total(hidden.map((index) => counts[index] ?? 0)) - largest;
        expect(hidden.length - 1 < 2 || without < 10).toBe(true);
      }),
    );
  });

  // Every table of up to four cells of these sizes, read by someone who knows the total and every cell shown.
  it('never leaves a small cell, or a small sum of cells, to be computed from the total', () => {
    const sizes = [0, 1, 2, 5, 8, 9, 10, 11, 30];
    const tables = sizes.flatMap((a) =>
      sizes.flatMap((b) => sizes.flatMap((c) => [[a, b], [a, b, c], ...sizes.map((d) => [a, b, c, d])])),
    );
    for (const table of tables) {
      // A breakdown is of a window, and no window holds fewer than ten.
      if (total(table) < 10) continue;
      const hidden = hiddenCells(table);
      const shown = table.filter((_, index) => !hidden.includes(index));
      expect(shown.some(isSmall)).toBe(false);
      const rest = total(table) - total(shown);
      expect(isSmall(rest)).toBe(false);
      const nonZero = table.filter((count) => count > 0).length;
      if (rest > 0) expect(hidden.length >= 2 || nonZero === 1).toBe(true);
    }
  });
});
