import pMap from 'p-map';
import { type Week, weekOf } from '../domain/iso-week.ts';
import { defaultRetention, isBeyondRetention } from '../domain/retention.ts';
import { allResponses, type Summary, tallyOfAll } from '../domain/tally.ts';
import type { CommuneCode, Province } from '../domain/unit.ts';

import type { ResponseStore } from '../store/response-store.ts';
import type { Run, TallyStore } from '../store/tally-store.ts';

export interface AggregationStores {
  responses: Pick<ResponseStore, 'ofWeek'>;
  tallies: Pick<TallyStore, 'beginRun' | 'find' | 'put' | 'putProvinceWeek'>;
}

export interface AggregationReport {
  communes: number;
  responses: number;
  /** Items that differed from what was stored. */
  written: number;
}

/** Keeps a province's run well inside what one partition and one function's memory bear. */
export const communesAtOnce = 8;

/** Why a week can't be counted; undefined when it can. */
export const refusalOf = (week: Week, now: Date): string | undefined => {
  if (isBeyondRetention(week, now, defaultRetention)) {
    return `week ${week} is beyond retention: its responses may be gone, its tally stays as it is`;
  }
  return week > weekOf(now) ? `week ${week} has not begun` : undefined;
};

/** Counts the responses of one commune and week and stores the tally whole. */
const aggregateCommune = async (
  { responses, tallies }: AggregationStores,
  { commune, week, run, now }: { commune: CommuneCode; week: Week; run: Run; now: Date },
): Promise<{ summary: Summary; written: number }> => {
  const tally = await tallyOfAll(responses.ofWeek(commune, week, now));
  const stored = await tallies.find(commune, week);
  return { summary: tally.summary, written: await tallies.put(commune, week, tally, stored, run) };
};

/**
 * Counts weeks of every commune of a province again, from their responses. It may be run twice, at the same time
 * as another, or be killed anywhere: every tally is overwritten whole, and never by a run that began to read
 * earlier.
 */
export const aggregateProvince = async (
  stores: AggregationStores,
  province: Province,
  { weeks, now }: { weeks: readonly Week[]; now: Date },
): Promise<AggregationReport> => {
  const refusal = weeks.map((week) => refusalOf(week, now)).find(Boolean);
  if (refusal) throw new RangeError(refusal);
  const report = { communes: province.communes.length, responses: 0, written: 0 };
  const run = await stores.tallies.beginRun(province.code);
  for (const week of weeks) {
    const summaries: Record<CommuneCode, Summary> = {};
    await pMap(
      province.communes,
      async ({ code }) => {
        const { summary, written } = await aggregateCommune(stores, { commune: code, week, run, now });
        const counted = allResponses(summary);
        if (counted > 0) summaries[code] = summary;
        report.responses += counted;
        report.written += written;
      },
      { concurrency: communesAtOnce },
    );
    const isWritten = await stores.tallies.putProvinceWeek(province.code, week, summaries, run);
    report.written += isWritten ? 1 : 0;
  }
  return report;
};
