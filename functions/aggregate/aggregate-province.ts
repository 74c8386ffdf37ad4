import pMap from 'p-map';
import { dayOf } from '../domain/day.ts';
import { type Week, weekOf } from '../domain/iso-week.ts';
import { defaultRetention, isBeyondRetention, type Retention } from '../domain/retention.ts';
import type { CommuneCode, Province } from '../domain/unit.ts';
import type { TallyStore } from '../store/tally-store.ts';
import { aggregateCommune, type CommuneStores } from './aggregate-commune.ts';

export interface AggregationStores extends CommuneStores {
  tallies: CommuneStores['tallies'] &
    Pick<TallyStore, 'beginRun' | 'progress' | 'summariesOf' | 'putProvinceWeek' | 'gatherDetails'>;
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
  /** Nobody asked for it: late answers of a provisional week are shown in tens or when it has closed. */
  isScheduled?: boolean | undefined;
  /** Why somebody asks for it: kept with what a change of a closed week replaces. */
  reason?: string | undefined;
  retention?: Pick<Retention, 'responseMonths'> | undefined;
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
export const refusalOf = (
  week: Week,
  now: Date,
  retention: Pick<Retention, 'responseMonths'> = defaultRetention,
): string | undefined => {
  if (isBeyondRetention(week, now, retention)) {
    return `week ${week} is beyond retention: its responses may be gone, its tally stays as it is`;
  }
  return week > weekOf(now) ? `week ${week} has not begun` : undefined;
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
  const { run } = await tallies.beginRun(code);
  const codes = communes.map((commune) => commune.code);
  const summaries = await tallies.summariesOf(codes, week);
  const written = [
    await tallies.putProvinceWeek(code, week, summaries, run),
    await tallies.gatherDetails(code, week, codes, run),
  ];
  return written.filter(Boolean).length;
};

/** Communes of a week that are to be counted. */
interface WeekWork {
  week: Week;
  communes: readonly CommuneCode[];
}

const workOf = (
  { communes }: Province,
  { weeks, from }: Pick<AggregationScope, 'weeks' | 'from'>,
): WeekWork[] => {
  const codes = communes.map(({ code }) => code).toSorted();
  return weeks
    .filter((week) => !from || week >= from.week)
    .map((week) => ({
      week,
      communes: week === from?.week ? codes.filter((code) => code >= from.commune) : codes,
    }));
};

/** One pass over some work under a number of its own, and what of it was changed. */
interface Pass extends Omit<AggregationReport, 'communes'> {
  changed: WeekWork[];
  /** Another run began meanwhile: what was changed may be out of date, and a later run leaves no trace where it finds
   * nothing to change. */
  isOutrun: boolean;
}

const pass = async (
  stores: AggregationStores,
  province: Province,
  work: readonly WeekWork[],
  { now, isScheduled = false, reason, hasTime = () => true, advance = () => {} }: AggregationScope,
): Promise<Pass> => {
  const { tallies } = stores;
  const { run } = await tallies.beginRun(
    province.code,
    reason === undefined ? undefined : { reason, on: dayOf(now) },
  );
  const done: Pass = { responses: 0, written: 0, changed: [], isOutrun: false };
  let isFirst = true;
  let ownRuns = 1;
  for (const { week, communes } of work) {
    const changed: CommuneCode[] = [];
    await pMap(
      communes,
      async (commune) => {
        if (done.next || !(isFirst || hasTime())) {
          done.next ??= { week, commune };
          return;
        }
        isFirst = false;
        const about = { commune, week, run, now, atOnce: !isScheduled };
        const { responses, written } = await aggregateCommune(stores, about);
        done.responses += responses;
        done.written += written;
        if (written > 0) changed.push(commune);
        advance(1);
      },
      { concurrency: communesAtOnce },
    );
    if (changed.length > 0) done.changed.push({ week, communes: changed });
    if (done.next) break;
    done.written += await gatherWeek(stores, province, week);
    ownRuns += 1;
  }
  const begun = done.changed.length > 0 ? (await tallies.progress(province.code)).run - run + 1 : ownRuns;
  return { ...done, isOutrun: begun > ownRuns };
};

/** Each pass but the first counts again because another run began during the one before. */
const mostPasses = 5;

/**
 * Counts weeks of every commune of a province again, from their responses. It may be run twice, at the same time
 * as another, or be killed anywhere: every tally is overwritten whole, and never by a run that began to read
 * earlier. When its time is up it says where to go on.
 */
export const aggregateProvince = async (
  stores: AggregationStores,
  province: Province,
  scope: AggregationScope,
): Promise<AggregationReport> => {
  const { weeks, now, retention, reason, isScheduled } = scope;
  const refusal = weeks.map((week) => refusalOf(week, now, retention)).find(Boolean);
  if (refusal) throw new RangeError(refusal);
  const { changed, isOutrun, ...report } = await pass(stores, province, workOf(province, scope), scope);
  for (let [again, passes] = [isOutrun ? changed : [], 1]; again.length > 0; passes += 1) {
    if (passes === mostPasses) {
      throw new Error(`other runs kept changing the tallies of province ${province.code}`);
    }
    const next = await pass(stores, province, again, { weeks, now, reason, isScheduled });
    report.written += next.written;
    again = next.isOutrun ? next.changed : [];
  }
  return { communes: province.communes.length, ...report };
};
