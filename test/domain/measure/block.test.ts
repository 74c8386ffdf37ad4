import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, joinUntil, type Span, windowAt } from '../../../functions/domain/measure/block.ts';

const weeks = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 })), {
  maxLength: 60,
});

const answersIn = (rated: readonly number[], [first, last]: Span): number =>
  rated.slice(first, last + 1).reduce((total, count) => total + count, 0);

describe('blocks', () => {
  it('join weeks until they hold ten answers; the last weeks wait', () => {
    expect(blocksOf([4, 4, 2, 0, 10, 9])).toEqual([
      [0, 2],
      [3, 4],
    ]);
    expect(blocksOf([9])).toEqual([]);
    expect(blocksOf([])).toEqual([]);
  });

  it('partition the weeks up to the last full one, none of them longer than needed', () => {
    fc.assert(
      fc.property(weeks, (rated) => {
        const blocks = blocksOf(rated);
        const covered = blocks.flatMap(([first, last]) => rated.slice(first, last + 1));
        const waiting = rated.slice(covered.length);
        expect([...covered, ...waiting]).toEqual(rated);
        expect(waiting.reduce((total, count) => total + count, 0)).toBeLessThan(10);
        for (const [first, last] of blocks) {
          expect(answersIn(rated, [first, last])).toBeGreaterThanOrEqual(10);
          expect(answersIn(rated, [first, last - 1])).toBeLessThan(10);
        }
      }),
    );
  });

  it('are never moved by later weeks', () => {
    fc.assert(
      fc.property(weeks, weeks, (early, late) => {
        expect(blocksOf([...early, ...late]).slice(0, blocksOf(early).length)).toEqual(blocksOf(early));
      }),
    );
  });

  it('may be joined further, until they hold any number', () => {
    expect(joinUntil(100, [60, 40, 99, 1, 50])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});

describe('a window of whole blocks', () => {
  const blocks: Span[] = [
    [0, 1],
    [2, 4],
    [5, 5],
    [6, 9],
  ];

  it('is the shortest run that covers so many weeks', () => {
    expect(windowAt(blocks, 9, 1).window).toEqual([6, 9]);
    expect(windowAt(blocks, 9, 4).window).toEqual([6, 9]);
    expect(windowAt(blocks, 9, 5).window).toEqual([5, 9]);
    expect(windowAt(blocks, 9, 6).window).toEqual([2, 9]);
  });

  it('is all blocks when they do not cover so many weeks', () => {
    expect(windowAt(blocks, 9, 13)).toEqual({ window: [0, 9], before: undefined });
    expect(windowAt([[3, 4]], 9, 13).window).toEqual([3, 4]);
  });

  it('ends with the last block that is full by that week', () => {
    expect(windowAt(blocks, 8, 1).window).toEqual([5, 5]);
    expect(windowAt(blocks, 4, 1).window).toEqual([2, 4]);
    expect(windowAt(blocks, 0, 1)).toEqual({ window: undefined, before: undefined });
  });

  it('comes after a run of at least as many weeks, or of all there are', () => {
    expect(windowAt(blocks, 9, 4).before).toEqual([2, 5]);
    expect(windowAt(blocks, 9, 1).before).toEqual([5, 5]);
    expect(windowAt(blocks, 9, 5).before).toEqual([0, 4]);
    expect(windowAt(blocks, 5, 4).before).toEqual([0, 1]);
  });

  it('never differs from any other by one to nine answers', () => {
    fc.assert(
      fc.property(weeks, (rated) => {
        const all = blocksOf(rated);
        const totals = rated.flatMap((_, at) =>
          [1, 4, 13].flatMap((length) => {
            const { window } = windowAt(all, at, length);
            return window ? [window] : [];
          }),
        );
        for (const outer of totals) {
          for (const inner of totals) {
            const contains = outer[0] <= inner[0] && outer[1] >= inner[1];
            const difference = answersIn(rated, outer) - answersIn(rated, inner);
            if (contains && difference !== 0) expect(difference).toBeGreaterThanOrEqual(10);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
