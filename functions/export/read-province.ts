import pMap from 'p-map';
import { historyOf } from '../domain/measure/history.ts';
import type { ProvinceView } from '../domain/measure/shown-province.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import type { Detail } from '../domain/tally.ts';
import type { CommuneCode } from '../domain/unit.ts';
import type { TallyStore } from '../store/tally-store.ts';

const communesAtOnce = 16;

/** The histories of a province's communes: one query, however many communes and weeks there are. */
export const readProvince = async (
  tallies: Pick<TallyStore, 'ofProvince'>,
  { province, at, audience }: Omit<ProvinceView, 'histories'>,
): Promise<ProvinceView> => {
  const known = await tallies.ofProvince(province.code, at);
  const histories = new Map(
    [...known].map(([commune, weeks]) => [commune, historyOf(commune, weeks, at)] as const),
  );
  return { province, at, audience, histories };
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
