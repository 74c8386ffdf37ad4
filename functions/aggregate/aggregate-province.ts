import pMap from 'p-map';
import { type Week, weekOf } from '../domain/iso-week.ts';
import { defaultRetention, isBeyondRetention } from '../domain/retention.ts';
import { allResponses, type Summary, tallyOfAll } from '../domain/tally.ts';
import type { CommuneCode, Province } from '../domain/unit.ts';

import type { ResponseStore } from '../store/response-store.ts';
import type { Run, TallyStore } from '../store/tally-store.ts';

export interface AggregationStores {
  responses: Pick<ResponseStore, 'ofWeek'>;
  tallies: Pick<
    TallyStore,
    'beginRun' | 'find' | 'put' | 'summariesOf' | 'putProvinceWeek' | 'gatherDetails'
  >;
}

/** A commune and week of a province: weeks go one after another, and within a week communes by their codes. */
export interface Position {
  week: Week;
  commune: CommuneCode;
}

export interface AggregationScope {
  /** Oldest first. */
  weeks: readonly Week[];
  now: Date;
  /** Where a run before this one stopped: everything before it has been counted. */
  from?: Position | undefined;
  /** Asked before every commune but the first, so that each run gets further. */
  hasTime?: (() => boolean) | undefined;
  /** Told of every commune and week that is counted. */
  advance?: (counted: number) => void;
}

export interface AggregationReport {
  communes: number;
  responses: number;
  /** Items that differed from what was stored. */
  written: number;
  /** Where to go on, when the time was up. */
  next?: Position;
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
 * Puts together what is stored of a week's communes. Its run begins after they were written, so that of two runs the
 * later one has read what both have written, whichever communes each of them counted.
 */
const gatherWeek = async (
  { tallies }: Pick<AggregationStores, 'tallies'>,
  { code, communes }: Province,
  week: Week,
): Promise<number> => {
  const run = await tallies.beginRun(code);
  const codes = communes.map((commune) => commune.code);
  const summaries = await tallies.summariesOf(codes, week);
  const written = [
    await tallies.putProvinceWeek(code, week, summaries, run),
    await tallies.gatherDetails(code, week, codes, run),
  ];
  return written.filter(Boolean).length;
};

/**
 * Counts weeks of every commune of a province again, from their responses. It may be run twice, at the same time
 * as another, or be killed anywhere: every tally is overwritten whole, and never by a run that began to read
 * earlier. When its time is up it says where to go on.
 */
export const aggregateProvince = async (
  stores: AggregationStores,
  province: Province,
  { weeks, now, from, hasTime = () => true, advance = () => {} }: AggregationScope,
): Promise<AggregationReport> => {
  const refusal = weeks.map((week) => refusalOf(week, now)).find(Boolean);
  if (refusal) throw new RangeError(refusal);
  const report: AggregationReport = { communes: province.communes.length, responses: 0, written: 0 };
  const run = await stores.tallies.beginRun(province.code);
  const codes = province.communes.map(({ code }) => code).toSorted();
  let isFirst = true;
  for (const week of weeks) {
    if (from && week < from.week) continue;
    await pMap(
      week === from?.week ? codes.filter((code) => code >= from.commune) : codes,
      async (commune) => {
        if (report.next || !(isFirst || hasTime())) {
          report.next ??= { week, commune };
          return;
        }
        isFirst = false;
        const { summary, written } = await aggregateCommune(stores, { commune, week, run, now });
        report.responses += allResponses(summary);
        report.written += written;
        advance(1);
      },
      { concurrency: communesAtOnce },
    );
    if (report.next) return report;
    report.written += await gatherWeek(stores, province, week);
  }
  return report;
};
