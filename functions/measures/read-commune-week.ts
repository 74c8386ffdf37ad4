import type { DashboardDependencies } from '../dashboard/dependencies.ts';
import type { Week } from '../domain/iso-week.ts';
import type { Audience } from '../domain/measure/audience.ts';
import { historyOf, withVisits } from '../domain/measure/history.ts';
import { type DetailRanges, type SummedDetails, timelineFor } from '../domain/measure/shown-commune.ts';
import {
  rangesOfCommuneWeek,
  type ShownCommuneWeek,
  showCommuneWeek,
} from '../domain/measure/shown-commune-week.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import { addDetails, type Detail, emptyDetail } from '../domain/tally.ts';
import type { Commune, Province } from '../domain/unit.ts';
import type { ComparisonAt } from './remembering-comparisons.ts';

interface Stores extends Pick<DashboardDependencies, 'tallies' | 'visits' | 'comments'> {
  comparisonAt: ComparisonAt;
}

interface Asked {
  commune: Commune;
  province: Province;
  audience: Audience;
  at: Week;
  now: Date;
}

/** Reads the weeks of all ranges at once: they overlap. */
const readDetails = async (
  { tallies }: Pick<Stores, 'tallies'>,
  { code }: Commune,
  ranges: DetailRanges,
): Promise<SummedDetails> => {
  const { window, trend, beforeTrend, comparison, breakdown } = ranges;
  const wanted = [window, trend, beforeTrend, comparison, breakdown].filter((range) => range !== undefined);
  const [first] = wanted.map(({ from }) => from).toSorted();
  const last = wanted
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return {};
  const weeks = await tallies.detailsOf(code, first, last);
  const sumOf = (range: WeekRange | undefined): Detail | undefined =>
    range &&
    [...weeks]
      .filter(([week]) => week >= range.from && week <= range.to)
      .reduce((sum, [, detail]) => addDetails(sum, detail), emptyDetail);
  return {
    window: sumOf(window),
    trend: sumOf(trend),
    beforeTrend: sumOf(beforeTrend),
    comparison: sumOf(comparison),
    breakdown: sumOf(breakdown),
  };
};

/**
 * What the page of a commune shows. Two steps of reading: which weeks it is about follows from the summaries; then
 * their details, visits and comments.
 */
export const readCommuneWeek = async (
  stores: Stores,
  { commune, province, audience, at, now }: Asked,
): Promise<ShownCommuneWeek> => {
  const comparing = stores.comparisonAt(province, at, audience);
  const known = await stores.tallies.ofCommune(commune.code, at);
  const history = historyOf(commune.code, known, at);
  const { comments: written, ...ranges } = rangesOfCommuneWeek(timelineFor(audience, history, at));
  const roster = { code: province.code, communes: [commune] };
  const [comparison, details, visits, comments] = await Promise.all([
    comparing,
    readDetails(stores, commune, ranges),
    written && stores.visits.ofProvince(roster, written.from, written.to),
    written ? stores.comments.ofWeeks(commune.code, written, now) : [],
  ]);
  return showCommuneWeek({
    timeline: timelineFor(audience, withVisits(history, visits?.get(commune.code)), at),
    audience,
    comparison,
    details,
    comments,
  });
};
