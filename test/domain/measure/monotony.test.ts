import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audiences } from '../../../functions/domain/measure/audience.ts';
import { type Band, bandOf } from '../../../functions/domain/measure/comparison.ts';
import {
  type ShownCommune,
  showCommune,
  timelineFor,
} from '../../../functions/domain/measure/shown-commune.ts';
import { tierOf } from '../../../functions/domain/measure/tier.ts';
import { addRatings, emptySummary, type RatingCounts, sum } from '../../../functions/domain/tally.ts';
import { week } from './histories.ts';

const order: Record<Band, number> = { below: 0, same: 1, none: 1, above: 2 };

describe('one more satisfied answer', () => {
  // Every count at every number of answers around the least that is compared.
  it.each([0.8, 0.9, 0.964, 0.995])('never lowers a band at a level of %d', (level) => {
    const fair = { level, compared: true };
    for (let rated = 100; rated <= 180; rated++) {
      for (let satisfied = Math.floor(rated * 0.6); satisfied <= rated; satisfied++) {
        const before = bandOf({ rated, satisfied }, fair);
        const after = bandOf({ rated: rated + 1, satisfied: satisfied + 1 }, fair);
        expect(order[after.band]).toBeGreaterThanOrEqual(order[before.band]);
      }
    }
  });

  const ratings = fc
    .tuple(...[0, 1, 2, 3, 4].map(() => fc.nat({ max: 90 })))
    .map(([a = 0, b = 0, c = 0, d = 0, e = 0]): RatingCounts => [a, b, c, d, e]);
  const comparisons = fc.record({
    level: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
    compared: fc.constant(true),
    priorStrength: fc.double({ min: 10, max: 200, noNaN: true }),
  });

  const lowered = (before: number | null, after: number | null): boolean =>
    before !== null && after !== null && after < before;

  it('never lowers anything that says how satisfied people are, whoever looks, level and prior held fixed', () => {
    fc.assert(
      fc.property(
        ratings,
        comparisons,
        fc.constantFrom<RatingCounts[]>([0, 0, 0, 1, 0], [0, 0, 0, 0, 1]),
        (counts, comparison, satisfied) => {
          const more = addRatings(counts, satisfied);
          // The hundredth answer begins the comparison: no band becomes one.
          fc.pre(tierOf(sum(counts)) === tierOf(sum(more)) && sum(counts) !== 99);
          for (const audience of audiences) {
            const shown = (counted: RatingCounts): ShownCommune => {
              const history = {
                commune: '18073',
                weeks: [{ week: week(0), summary: { ...emptySummary, counted } }],
              };
              const timeline = timelineFor(audience, history, week(0));
              return showCommune({ timeline, window: 1, audience, comparison });
            };
            const [before, after] = [shown(counts), shown(more)];
            for (const name of ['satisfactionRate', 'low', 'high', 'gap', 'shrunken'] as const) {
              expect({ name, isLowered: lowered(before[name], after[name]) }).toEqual({
                name,
                isLowered: false,
              });
            }
            if (before.band && after.band)
              expect(order[after.band]).toBeGreaterThanOrEqual(order[before.band]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
