import pMap from 'p-map';
import type { Week } from '../domain/iso-week.ts';
import { type CommuneHistory, historyOf, withVisits } from '../domain/measure/history.ts';
import { type ProvinceView, windowRanges } from '../domain/measure/shown-province.ts';
import { comparisonWeeks } from '../domain/measure/shown-standing.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import type { Detail } from '../domain/tally.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import type { TallyStore } from '../store/tally-store.ts';
import type { VisitsStore } from '../store/visits-store.ts';

const communesAtOnce = 16;

/** Where a province's numbers come from. */
export interface ProvinceStores {
  tallies: Pick<TallyStore, 'ofProvince'>;
  visits: Pick<VisitsStore, 'ofProvince'>;
}

/** The histories of a province's communes, without visits: one query. */
export const readHistories = async (
  { tallies }: Pick<ProvinceStores, 'tallies'>,
  province: ProvinceCode,
  at: Week,
): Promise<Map<CommuneCode, CommuneHistory>> =>
  new Map(
    [...(await tallies.ofProvince(province, at))].map(([commune, weeks]) => [
      commune,
      historyOf(commune, weeks, at),
    ]),
  );

/** The first week in any commune's 13-week window; none when no commune has a window. */
const firstShownWeek = (view: ProvinceView): Week | undefined =>
  [...windowRanges(view, comparisonWeeks).values()].map(({ from }) => from).toSorted()[0];

/**
 * The histories of a province's communes: one query of tallies and one of visits, however many communes and weeks
 * there are. Tallies are read from the first week on, because the blocks depend on it; visits only of weeks that a
 * window shows, or from `since` on.
 */
export const readProvince = async (
  stores: ProvinceStores,
  { province, at, audience, since }: Omit<ProvinceView, 'histories'> & { since?: Week },
): Promise<ProvinceView> => {
  const histories = await readHistories(stores, province.code, at);
  const view = { province, at, audience, histories };
  const [first] = [firstShownWeek(view), since].filter((week) => week !== undefined).toSorted();
  if (first === undefined) return view;
  const reported = await stores.visits.ofProvince(province, first, at);
  return {
    ...view,
    histories: new Map(
      [...histories].map(([commune, history]) => [commune, withVisits(history, reported.get(commune))]),
    ),
  };
};

/** The details of each commune in its own weeks, added up. */
export const readDetails = async (
  tallies: Pick<TallyStore, 'detailOf'>,
  ranges: ReadonlyMap<CommuneCode, WeekRange>,
): Promise<Map<CommuneCode, Detail>> =>
  new Map(
    await pMap(
      ranges,
      async ([commune, { from, to }]) => [commune, await tallies.detailOf(commune, from, to)] as const,
      { concurrency: communesAtOnce },
    ),
  );
