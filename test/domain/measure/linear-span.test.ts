import { describe, expect, it } from 'vitest';
import { smallDerivable } from './linear-span.ts';

describe('the search for what follows from sums', () => {
  it('finds what a sum and a part of it tell', () => {
    expect(
      smallDerivable(
        [
          [0, 1, 2],
          [0, 1],
        ],
        [20, 20, 3],
      ),
    ).toEqual([[2]]);
  });

  it('finds what only several sums together tell', () => {
    // ab + bc + ca is twice a + b + c, so each of them is known; of four in a circle none is.
    const triangle = [
      [0, 1],
      [1, 2],
      [2, 0],
    ];
    expect(smallDerivable(triangle, [5, 40, 40])).toEqual([[0]]);
    const circle = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ];
    expect(smallDerivable(circle, [5, 40, 40, 40])).toEqual([]);
  });

  it('lets ten and more be known', () => {
    expect(smallDerivable([[0], [0, 1]], [10, 12])).toEqual([]);
    expect(smallDerivable([[0], [0, 1]], [10, 9])).toEqual([[1]]);
  });

  it('takes cells for empty whose sum is told to be zero, and no others', () => {
    const sums = [
      [0, 1],
      [1, 2],
    ];
    expect(smallDerivable(sums, [4, 0, 0])).toEqual([[0]]);
    expect(smallDerivable(sums, [40, 0, 12])).toEqual([]);
  });
});
