import { type Channel, everyProcedure, languages } from '../questionnaire.ts';
import { addRatings, type Detail, emptySummary, type RatingCounts, sum } from '../tally.ts';
import { type Audience, viewOf } from './audience.ts';
import { hiddenCells } from './breakdown.ts';
import { countsOf } from './satisfaction.ts';
import { hiddenRate, type ShownRate, showRate } from './shown-measure.ts';
import { ratingsIn, summaryOf, type WeekRange, type Window } from './timeline.ts';

/** How many of the answers are of one channel or language; null where that is hidden. */
export interface ShownCount {
  name: string;
  rated: number | null;
}

/** The rate of one desk or procedure; null where it is hidden. */
export interface ShownCell extends ShownRate {
  name: string;
}

/** Answers broken down four ways. Those that did not say are a cell named `unstated`. */
export interface ShownBreakdowns extends WeekRange {
  desks: readonly ShownCell[];
  procedures: readonly ShownCell[];
  channels: readonly ShownCount[];
  languages: readonly ShownCount[];
}

/** Channels whose responses are counted; assisted ones are always apart. */
const countedChannels = ['qr', 'kiosk'] as const satisfies Channel[];

type Named<T> = readonly [name: string, value: T];

/** Which cells this audience may not see. */
const hiddenFrom = (audience: Audience, sizes: readonly number[]): ReadonlySet<number> =>
  new Set(audience === 'operator' ? [] : hiddenCells(sizes));

/** Cells in a fixed order, so that ties are broken alike however the counts were added up. */
const named = <T>(names: readonly string[], counted: Readonly<Record<string, T>>, none: T): Named<T>[] =>
  names.map((name) => [name, counted[name] ?? none]);

/** A reader who knows the total can compute what is left, so what is left is a cell like the others. */
const withRest = <T>(cells: readonly Named<T>[], rest: T, size: number): readonly Named<T>[] =>
  size === 0 ? cells : [...cells, ['unstated', rest]];

const showCells = (
  audience: Audience,
  cells: readonly Named<RatingCounts>[],
  all: RatingCounts,
): ShownCell[] => {
  const stated = cells.reduce((total, [, ratings]) => addRatings(total, ratings), emptySummary.counted);
  const [a, b, c, d, e] = stated;
  const rest = addRatings(all, [-a, -b, -c, -d, -e]);
  const partition = withRest(cells, rest, sum(rest));
  const hidden = hiddenFrom(
    audience,
    partition.map(([, ratings]) => sum(ratings)),
  );
  return partition.map(([name, ratings], index) => {
    // Zero points at nobody and is shown as zero.
    if (countsOf(ratings).rated === 0) return { name, ...hiddenRate, rated: 0, satisfied: 0 };
    return { name, ...(hidden.has(index) ? hiddenRate : showRate(audience, ratings)) };
  });
};

const showCounts = (audience: Audience, cells: readonly Named<number>[], all: number): ShownCount[] => {
  const rest = all - cells.reduce((total, [, count]) => total + count, 0);
  const partition = withRest(cells, rest, rest);
  const hidden = hiddenFrom(
    audience,
    partition.map(([, count]) => count),
  );
  return partition.map(([name, rated], index) => ({ name, rated: hidden.has(index) ? null : rated }));
};

/** The breakdowns of a window (Timeline.breakdownOf) with the details of the same weeks; null where there are none. */
export const showBreakdowns = (
  audience: Audience,
  window: Window | undefined,
  detail: Detail | undefined,
): ShownBreakdowns | null => {
  const all = ratingsIn(window, 'counted');
  const rated = sum(all);
  if (!window || !detail || viewOf(audience, rated) !== 'everything') return null;
  const summary = summaryOf(window);
  const desks = Object.keys(detail.desks).toSorted();
  return {
    from: window.from,
    to: window.to,
    desks: showCells(audience, named(desks, detail.desks, emptySummary.counted), all),
    procedures: showCells(audience, named(everyProcedure, detail.procedures, emptySummary.counted), all),
    channels: showCounts(audience, named(countedChannels, summary.channels, 0), rated),
    languages: showCounts(audience, named(languages, detail.languages, 0), rated),
  };
};
