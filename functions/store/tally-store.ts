import * as z from 'zod/mini';
import type { Week } from '../domain/iso-week.ts';
import {
  addDetails,
  allResponses,
  Detail,
  emptyDetail,
  emptySummary,
  Summary,
  type Tally,
  tallySchemaVersion,
} from '../domain/tally.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import { packSummaries, unpackSummaries } from './packed-summaries.ts';
import { type ProvinceDetailStore, provinceDetailStore } from './province-detail-store.ts';
import type { Item, Table } from './table.ts';

/**
 * The number of an aggregation run in its province, in the order in which runs began to read. It tells a newer
 * count from an older one without a clock, and keeps moments out of the table.
 */
export type Run = number;

export interface WeekSummary {
  week: Week;
  summary: Summary;
}

export interface TallyStore extends ProvinceDetailStore {
  beginRun(province: ProvinceCode): Promise<Run>;
  /** The tally as stored, empty where there is none. */
  find(commune: CommuneCode, week: Week): Promise<Tally>;
  /** Overwrites what differs from `stored`, unless a later run wrote it; how many items were written. */
  put(commune: CommuneCode, week: Week, tally: Tally, stored: Tally, run: Run): Promise<number>;
  /** Summaries of a week as they are stored now; communes without answers left out. */
  summariesOf(communes: readonly CommuneCode[], week: Week): Promise<Record<CommuneCode, Summary>>;
  /** Overwrites a province's week of summaries, unless unchanged or written by a later run. */
  putProvinceWeek(
    province: ProvinceCode,
    week: Week,
    summaries: Readonly<Record<CommuneCode, Summary>>,
    run: Run,
  ): Promise<boolean>;
  /** Summaries of one commune from its first week to `last`, in order, weeks without answers left out. */
  ofCommune(commune: CommuneCode, last: Week): Promise<WeekSummary[]>;
  /** The same for every commune of a province. */
  ofProvince(province: ProvinceCode, last: Week): Promise<Map<CommuneCode, WeekSummary[]>>;
  /** The details of a run of weeks, added up. */
  detailOf(commune: CommuneCode, first: Week, last: Week): Promise<Detail>;
}

const ofWeek = { week: z.custom<Week>((value) => typeof value === 'string') };
const SummaryItem = z.object({ ...ofWeek, summary: Summary });
const DetailItem = z.object({ ...ofWeek, detail: Detail });
const ProvinceWeekItem = z.object({ ...ofWeek, summaries: z.string() });
const RunItem = z.object({ run: z.number() });

const firstWeek = '0000-W01';

/** Counts are equal when they are written alike, whatever the order of their names. */
const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

export const tallyStore = (table: Table): TallyStore => {
  const putNewer = (item: Item & { pk: string; sk: string }, run: Run): Promise<boolean> =>
    table.put(
      { ...item, run, schema: tallySchemaVersion },
      {
        expression: 'attribute_not_exists(pk) OR #run < :run',
        names: { '#run': 'run' },
        values: { ':run': run },
      },
    );

  return {
    ...provinceDetailStore(table),

    beginRun: async (province) => {
      const item = await table.update(keys.run(province), 'ADD #run :one', {
        expression: '',
        names: { '#run': 'run' },
        values: { ':one': 1 },
      });
      return RunItem.parse(item).run;
    },

    find: async (commune, week) => {
      const [summary, detail] = await Promise.all([
        table.get(keys.summary(commune, week), { consistent: true }),
        table.get(keys.detail(commune, week), { consistent: true }),
      ]);
      return {
        summary: summary ? SummaryItem.parse(summary).summary : emptySummary,
        detail: detail ? DetailItem.parse(detail).detail : emptyDetail,
      };
    },

    put: async (commune, week, { summary, detail }, stored, run) => {
      const writes = [
        ...(isSame(summary, stored.summary) ? [] : [{ ...keys.summary(commune, week), week, summary }]),
        ...(isSame(detail, stored.detail) ? [] : [{ ...keys.detail(commune, week), week, detail }]),
      ];
      const written = await Promise.all(writes.map((item) => putNewer(item, run)));
      return written.filter(Boolean).length;
    },

    summariesOf: async (communes, week) => {
      const communeOf = new Map(communes.map((commune) => [keys.summary(commune, week).pk, commune]));
      const items = await table.getAll(
        communes.map((commune) => keys.summary(commune, week)),
        { consistent: true },
      );
      const summaries: Record<CommuneCode, Summary> = {};
      for (const item of items) {
        const commune = communeOf.get(String(item['pk']));
        const { summary } = SummaryItem.parse(item);
        if (commune !== undefined && allResponses(summary) > 0) summaries[commune] = summary;
      }
      return summaries;
    },

    putProvinceWeek: async (province, week, summaries, run) => {
      const key = keys.provinceWeek(province, week);
      const stored = await table.get(key, { consistent: true });
      const packed = packSummaries(summaries);
      const before = stored ? ProvinceWeekItem.parse(stored).summaries : packSummaries({});
      return packed === before ? false : putNewer({ ...key, week, summaries: packed }, run);
    },

    ofCommune: async (commune, last) => {
      const { pk, sk } = keys.summary(commune, last);
      const summaries: WeekSummary[] = [];
      for await (const item of table.query(pk, { between: [`SUMMARY#${firstWeek}`, sk] })) {
        summaries.push(SummaryItem.parse(item));
      }
      return summaries;
    },

    ofProvince: async (province, last) => {
      const { pk, sk } = keys.provinceWeek(province, last);
      const communes = new Map<CommuneCode, WeekSummary[]>();
      for await (const item of table.query(pk, { between: [`WEEK#${firstWeek}`, sk] })) {
        const { week, summaries } = ProvinceWeekItem.parse(item);
        for (const [commune, summary] of unpackSummaries(summaries)) {
          const weeks = communes.get(commune) ?? [];
          weeks.push({ week, summary });
          communes.set(commune, weeks);
        }
      }
      return communes;
    },

    detailOf: async (commune, first, last) => {
      const { pk, sk } = keys.detail(commune, first);
      let total = emptyDetail;
      for await (const item of table.query(pk, { between: [sk, keys.detail(commune, last).sk] })) {
        total = addDetails(total, DetailItem.parse(item).detail);
      }
      return total;
    },
  };
};
