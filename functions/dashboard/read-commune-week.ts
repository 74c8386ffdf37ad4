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
import type { Detail } from '../domain/tally.ts';
import type { Commune, Province } from '../domain/unit.ts';
import type { DashboardDependencies } from './dependencies.ts';
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

/** Reads the details of each range once: some of them are the same weeks. */
const readDetails = async (
  { tallies }: Pick<Stores, 'tallies'>,
  { code }: Commune,
  ranges: DetailRanges,
): Promise<SummedDetails> => {
  const reading = new Map<string, Promise<Detail>>();
  const once = (range: WeekRange | undefined): Promise<Detail> | undefined => {
    if (!range) return undefined;
    const name = `${range.from} ${range.to}`;
    const detail = reading.get(name) ?? tallies.detailOf(code, range.from, range.to);
    reading.set(name, detail);
    return detail;
  };
  const [window, trend, beforeTrend, comparison, breakdown] = await Promise.all([
    once(ranges.window),
    once(ranges.trend),
    once(ranges.beforeTrend),
    once(ranges.comparison),
    once(ranges.breakdown),
  ]);
  return { window, trend, beforeTrend, comparison, breakdown };
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
