import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { desksInPart, joinParts, partsOf } from '../../functions/domain/detail-parts.ts';
import { emptyDetail } from '../../functions/domain/tally.ts';
import { busyTally } from '../support/busy-tallies.ts';

const desks = fc.integer({ min: 0, max: 120 });

it('the parts of a detail add up to it', () => {
  fc.assert(
    fc.property(desks, (count) => {
      const { detail } = busyTally(count);
      expect(joinParts(partsOf(detail))).toEqual(detail);
    }),
    { numRuns: 30 },
  );
});

it('no part has more than twenty desks, and none too many is made', () => {
  fc.assert(
    fc.property(desks, (count) => {
      const parts = partsOf(busyTally(count).detail).map((part) => Object.keys(part.desks).length);
      expect(parts).toHaveLength(Math.max(1, Math.ceil(count / desksInPart)));
      expect(Math.max(...parts)).toBeLessThanOrEqual(desksInPart);
    }),
    { numRuns: 30 },
  );
});

it('the first part has everything but desks, the others have desks alone', () => {
  const { detail } = busyTally(45);
  const [first, ...others] = partsOf(detail);
  expect({ ...first, desks: {} }).toEqual({ ...detail, desks: {} });
  for (const other of others) expect({ ...other, desks: {} }).toEqual(emptyDetail);
});

it('the same desks are always cut alike, whatever the order of their counts', () => {
  const { detail } = busyTally(45);
  const turned = { ...detail, desks: Object.fromEntries(Object.entries(detail.desks).toReversed()) };
  expect(partsOf(turned)).toEqual(partsOf(detail));
});
