import pMap from 'p-map';
import type { Week } from '../domain/iso-week.ts';
import type { ProvinceCode } from '../domain/unit.ts';
import { unclosedWeeks } from '../domain/week-life.ts';
import type { Log } from '../log.ts';
import type { BurstStore } from '../store/burst-store.ts';
import type { UnitStore } from '../store/unit-store.ts';
import {
  type AggregationReport,
  type AggregationStores,
  aggregateProvince,
  communesAtOnce,
} from './aggregate-province.ts';

export interface NightlyDependencies extends AggregationStores {
  units: Pick<UnitStore, 'provinces'>;
  bursts: Pick<BurstStore, 'forget'>;
  log: Log;
  now: () => Date;
}

/** Which provinces and weeks; without them all provinces, and the weeks that are open or provisional. */
export interface Scope {
  provinces?: readonly ProvinceCode[];
  weeks?: readonly Week[];
}

/**
 * Aggregates province after province. One that fails does not stop the others: it is logged, and the run fails at its
 * end so that it is tried again and somebody hears of it.
 */
export const aggregateProvinces = async (
  deps: Omit<NightlyDependencies, 'bursts'>,
  { provinces: only, weeks }: Scope,
): Promise<AggregationReport> => {
  const total = { communes: 0, responses: 0, written: 0 };
  const failed: ProvinceCode[] = [];
  for (const province of await deps.units.provinces()) {
    if (only && !only.includes(province.code)) continue;
    try {
      const now = deps.now();
      const report = await aggregateProvince(deps, province, { weeks: weeks ?? unclosedWeeks(now), now });
      total.communes += report.communes;
      total.responses += report.responses;
      total.written += report.written;
    } catch (error) {
      deps.log.failure(`aggregation of province ${province.code}`, error);
      failed.push(province.code);
    }
  }
  if (failed.length > 0) throw new Error(`aggregation failed in ${failed.join(', ')}`);
  return total;
};

/** Deletes every burst counter, so that none of them outlives its day. */
export const forgetBursts = async ({
  units,
  bursts,
}: Pick<NightlyDependencies, 'units' | 'bursts'>): Promise<void> => {
  for (const { communes } of await units.provinces()) {
    await pMap(communes, ({ code }) => bursts.forget(code), { concurrency: communesAtOnce });
  }
};

/** What every night does. Neither half waits for the other's trouble; either fails the run, which is tried again. */
export const nightly = async (deps: NightlyDependencies): Promise<AggregationReport> => {
  const [counted, forgotten] = await Promise.allSettled([aggregateProvinces(deps, {}), forgetBursts(deps)]);
  if (forgotten.status === 'rejected') deps.log.failure('burst counters', forgotten.reason);
  if (counted.status === 'rejected') throw counted.reason;
  if (forgotten.status === 'rejected') throw forgotten.reason;
  return counted.value;
};
