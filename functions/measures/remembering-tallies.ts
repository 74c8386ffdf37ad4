import type { Week } from '../domain/iso-week.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { remembered } from '../remembered.ts';
import type { TallyStore } from '../store/tally-store.ts';

type Tallies = Pick<TallyStore, 'ofProvince' | 'gatheredDetails' | 'progress'>;

const rememberedMs = 60_000;
/** Weeks of provinces, a few megabytes each. */
const rememberedCount = 12;

const nameOf = ([commune, { from, to }]: [CommuneCode, WeekRange]): string => `${commune}${from}${to}`;

/**
 * Tallies whose provinces are read once a minute, however many officers look and filter: they change at night. A new
 * run is seen at once by its number; only a run that goes on while somebody looks is seen a minute late.
 */
export const rememberingTallies = <T extends Tallies>(tallies: T, now: () => Date): T => {
  const limits = { now, forMs: rememberedMs, atMost: rememberedCount };
  const summaries = remembered<Awaited<ReturnType<Tallies['ofProvince']>>>(limits);
  const details = remembered<Awaited<ReturnType<Tallies['gatheredDetails']>>>(limits);
  const runOf = async (province: ProvinceCode): Promise<string> =>
    `${province} ${(await tallies.progress(province)).run}`;

  return {
    ...tallies,
    ofProvince: async (province: ProvinceCode, last: Week) =>
      summaries(`${await runOf(province)} ${last}`, () => tallies.ofProvince(province, last)),
    gatheredDetails: async (province: ProvinceCode, ranges: ReadonlyMap<CommuneCode, WeekRange>) =>
      details(`${await runOf(province)} ${[...ranges].map(nameOf).join(' ')}`, () =>
        tallies.gatheredDetails(province, ranges),
      ),
  };
};
