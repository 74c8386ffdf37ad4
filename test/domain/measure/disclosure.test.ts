import { describe, expect, it } from 'vitest';
import { weeksFrom } from '../../../functions/domain/iso-week.ts';
import type { Audience } from '../../../functions/domain/measure/audience.ts';
import { isSmall } from '../../../functions/domain/measure/breakdown.ts';
import {
  showCommune,
  showOverTime,
  timelineFor,
  windowLengths,
} from '../../../functions/domain/measure/shown-commune.ts';
import type { ShownMeasure } from '../../../functions/domain/measure/shown-measure.ts';
import { type Brought, historyFrom, week } from './histories.ts';

/** A count of the responses of some weeks, as bits, and how many they are. */
type Known = Map<number, number>;

const bitsOf = ({ from, to }: ShownMeasure): number =>
  from === null || to === null
    ? 0
    : weeksFrom(from, to).reduce((bits, each) => bits | (1 << weekIndex(each)), 0);

const indices = new Map(Array.from({ length: 12 }, (_, index) => [week(index), index]));
const weekIndex = (each: Parameters<typeof indices.get>[0]): number => indices.get(each) ?? 0;

/** Everything that follows by adding counts of different weeks and taking contained ones away. */
const derivable = (shown: Known): Known => {
  const known = new Map(shown);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [a, x] of known) {
      for (const [b, y] of known) {
        const [bits, count] = (a & b) === b ? [a ^ b, x - y] : [a | b, x + y];
        if (((a & b) === b || (a & b) === 0) && bits !== 0 && !known.has(bits)) {
          known.set(bits, count);
          grew = true;
        }
      }
    }
  }
  return known;
};

/** All that one audience is ever shown of a commune: every window and every block, week after week. */
const everShown = (audience: Audience, weeks: readonly Brought[]): ShownMeasure[] =>
  weeks.flatMap((_, at) => {
    const timeline = timelineFor(audience, historyFrom(weeks.slice(0, at + 1)), week(at));
    const comparison = { level: 0.9, compared: true, priorStrength: 40 };
    return [
      ...windowLengths.map((window) => showCommune({ timeline, window, audience, comparison })),
      ...showOverTime(audience, timeline),
    ];
  });

type Pick = (measure: ShownMeasure) => number | null;

const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/** Responses of every kind that can be counted, some of them only by taking away. */
const kinds: Record<string, Pick> = {
  rated: ({ rated }) => rated,
  all: ({ all }) => all,
  flagged: ({ flagged }) => flagged,
  beside: ({ all, rated }) => minus(all, rated),
  assisted: ({ all, rated, flagged }) => minus(minus(all, rated), flagged),
};

const smallestDerivable = (shown: readonly ShownMeasure[], pick: Pick): number[] => {
  const known: Known = new Map();
  for (const measure of shown) {
    const count = pick(measure);
    if (count !== null && bitsOf(measure) !== 0) known.set(bitsOf(measure), count);
  }
  return [...derivable(known).values()].filter(isSmall);
};

/** Every sequence of so many of these. */
const sequences = <T>(each: readonly T[], length: number): T[][] =>
  length === 0 ? [[]] : sequences(each, length - 1).flatMap((rest) => each.map((one) => [...rest, one]));

describe('no count of one to nine can be computed from everything one audience is ever shown', () => {
  // The smallest sizes on both sides of every threshold, in every order.
  const answers = sequences([0, 4, 9, 11], 5).map((rated) => rated.map((count) => ({ rated: count })));

  it.each(['public', 'commune', 'province'] as const)('%s: answers, windows week after week', (audience) => {
    for (const weeks of answers) {
      expect(smallestDerivable(everShown(audience, weeks), ({ rated }) => rated)).toEqual([]);
    }
  });

  const besides = sequences([0, 1, 7, 10, 12], 4).map((flagged) =>
    flagged.map((count, index) => ({ rated: 30 + index, flagged: count, assisted: index === 2 ? 3 : 0 })),
  );
  const both = sequences([0, 3, 11], 2).flatMap((assisted) =>
    sequences([0, 6, 10], 2).map((flagged) =>
      [0, 1].map((index) => ({ rated: 35, flagged: flagged[index] ?? 0, assisted: assisted[index] ?? 0 })),
    ),
  );

  it.each(['public', 'commune', 'province'] as const)('%s: flagged and assisted ones', (audience) => {
    for (const weeks of [...besides, ...both]) {
      const shown = everShown(audience, weeks);
      for (const [kind, pick] of Object.entries(kinds)) {
        expect({ kind, weeks, small: smallestDerivable(shown, pick) }).toEqual({ kind, weeks, small: [] });
      }
    }
  });

  it('by the response rate, which tells all responses to who knows the visits', () => {
    // Every week is a block here; of one week no visits were reported.
    for (const flagged of sequences([0, 1, 7, 10, 12], 3)) {
      for (const unreported of [0, 1, 2]) {
        const weeks = flagged.map((count, index) => ({
          rated: 30,
          flagged: count,
          ...(index === unreported ? {} : { visits: 100 }),
        }));
        const known: Known = new Map();
        for (const measure of everShown('commune', weeks)) {
          const bits = bitsOf(measure);
          const reported = bits & ~(1 << unreported);
          const beside = minus(measure.all, measure.rated);
          if (beside !== null) known.set(bits, beside);
          if (measure.responseRate === null) continue;
          const reportedCount = [0, 1, 2].filter((index) => reported & (1 << index)).length;
          known.set(reported, Math.round(measure.responseRate * reportedCount * 100) - reportedCount * 30);
        }
        const small = [...derivable(known).values()].filter(isSmall);
        expect({ flagged, unreported, small }).toEqual({ flagged, unreported, small: [] });
      }
    }
  });

  it('and a window is still told where nothing would follow', () => {
    const shown = everShown('commune', [{ rated: 30 }, { rated: 30, flagged: 12 }]);
    expect(shown.some(({ flagged }) => flagged === 12)).toBe(true);
    expect(shown.every(({ flagged, all }) => flagged !== null && all !== null)).toBe(true);
  });
});
