import { joinParts, partsOf } from '../domain/detail-parts.ts';
import type { Week } from '../domain/iso-week.ts';
import type { Standing, WeekSummary } from '../domain/standing.ts';
import {
  addDetails,
  allResponses,
  type Detail,
  emptyDetail,
  isSameCount,
  type Tally,
} from '../domain/tally.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import { type ProvinceDetailStore, provinceDetailStore } from './province-detail-store.ts';
import { type ProvinceWeekStore, provinceWeekStore } from './province-week-store.ts';
import { type RevisionStore, revisionStore } from './revision-store.ts';
import { putAsRun, type Run, type RunStore, runStore } from './run-store.ts';
import { allOf, type Table } from './table.ts';
import {
  type DetailItem,
  readDetail,
  readSummary,
  readWeekDetail,
  type StoredTally,
  tallySchemaVersion,
} from './tally-items.ts';

export interface TallyStore extends RunStore, RevisionStore, ProvinceWeekStore, ProvinceDetailStore {
  /** The tally as stored, read consistently. */
  find(commune: CommuneCode, week: Week): Promise<StoredTally | undefined>;
  /**
   * Writes what differs from `stored`, the summary first: it decides which of two runs at once is right. How many items
   * were written; undefined when `stored` is no longer what is there, so that it has to be read and thought over again.
   */
  put(
    commune: CommuneCode,
    week: Week,
    next: Tally & Standing,
    stored: StoredTally | undefined,
    run: Run,
  ): Promise<number | undefined>;
  /** Summaries of a week as they are stored now; communes of which there is nothing to tell are left out. */
  summariesOf(communes: readonly CommuneCode[], week: Week): Promise<Map<CommuneCode, WeekSummary>>;
  /** Summaries of one commune from its first week to `last`, in order, weeks without answers left out. */
  ofCommune(commune: CommuneCode, last: Week): Promise<WeekSummary[]>;
  /** The same for every commune of a province. */
  ofProvince(province: ProvinceCode, last: Week): Promise<Map<CommuneCode, WeekSummary[]>>;
  /** The details of a run of weeks, added up. */
  detailOf(commune: CommuneCode, first: Week, last: Week): Promise<Detail>;
  /** The same week by week, weeks without answers left out. */
  detailsOf(commune: CommuneCode, first: Week, last: Week): Promise<Map<Week, Detail>>;
}

const isSameStanding = (a: Standing, b: Standing): boolean =>
  a.status === b.status && a.revision === b.revision && a.revisedOn === b.revisedOn;

const areWhole = (parts: readonly DetailItem[], summaryRun: Run): boolean =>
  parts.length > 0 && parts.every((part) => part.of === summaryRun && part.parts === parts.length);

export const tallyStore = (table: Table): TallyStore => {
  const provinceWeeks = provinceWeekStore(table);
  const runs = runStore(table);

  const find: TallyStore['find'] = async (commune, week) => {
    const details = keys.details(commune, week, week);
    const [item, parts] = await Promise.all([
      table.get(keys.summary(commune, week), { consistent: true }),
      allOf(table.query(details.pk, { between: details.between, consistent: true })),
    ]);
    if (!item) return undefined;
    const { week: _, ...summary } = readSummary(item);
    const read = parts.map(readDetail);
    return {
      ...summary,
      detail: joinParts(read.map(({ detail }) => detail)),
      parts: read,
      isWhole: areWhole(read, summary.run),
    };
  };

  const detailsOf: TallyStore['detailsOf'] = async (commune, first, last) => {
    const { pk, between } = keys.details(commune, first, last);
    const weeks = new Map<Week, Detail>();
    for await (const item of table.query(pk, { between })) {
      const { week, detail } = readWeekDetail(item);
      const part = weeks.get(week);
      weeks.set(week, part ? addDetails(part, detail) : detail);
    }
    return weeks;
  };

  /** Whether nobody had changed the summary since it was read, and no later run has. */
  const putSummary = (
    commune: CommuneCode,
    item: WeekSummary & { run: Run },
    readRevision: number,
  ): Promise<boolean> =>
    table.put(
      { ...keys.summary(commune, item.week), schema: tallySchemaVersion, ...item },
      {
        expression: `attribute_not_exists(pk) OR (#run < :run AND (revision = :read${
          // Written before there were revisions.
          readRevision === 0 ? ' OR attribute_not_exists(revision)' : ''
        }))`,
        names: { '#run': 'run' },
        values: { ':run': item.run, ':read': readRevision },
      },
    );

  /** A part that is no longer needed is emptied. */
  const putDetail = async (
    commune: CommuneCode,
    week: Week,
    detail: Detail,
    stored: readonly DetailItem[],
    { run, of }: { run: Run; of: Run },
  ): Promise<number> => {
    const wanted = partsOf(detail);
    const parts = Math.max(wanted.length, stored.length);
    const items = Array.from({ length: parts }, (_, part): DetailItem => {
      return { run, of, parts, detail: wanted[part] ?? emptyDetail };
    });
    const written = await Promise.all(
      items.map(async (item, part) => {
        const before = stored[part];
        const isThere =
          before?.of === of && before.parts === parts && isSameCount(before.detail, item.detail);
        if (isThere) return false;
        const key = keys.detail(commune, week, part);
        return putAsRun(table, { ...key, week, schema: tallySchemaVersion, ...item });
      }),
    );
    return written.filter(Boolean).length;
  };

  return {
    ...runs,
    ...provinceWeeks,
    ...provinceDetailStore(table),
    ...revisionStore(table, { find, runs }),
    find,

    put: async (commune, week, { summary, detail, status, revision, revisedOn }, stored, run) => {
      const standing = { status, revision, revisedOn };
      const stands = stored && isSameStanding(stored, standing) && isSameCount(stored.summary, summary);
      if (!stands && !(await putSummary(commune, { week, run, ...standing, summary }, stored?.revision ?? 0)))
        return undefined;
      const of = stands ? stored.run : run;
      const parts = await putDetail(commune, week, detail, stored?.parts ?? [], { run, of });
      return parts + (stands ? 0 : 1);
    },

    summariesOf: async (communes, week) => {
      const communeOf = new Map(communes.map((commune) => [keys.summary(commune, week).pk, commune]));
      const items = await table.getAll(
        communes.map((commune) => keys.summary(commune, week)),
        { consistent: true },
      );
      const summaries = new Map<CommuneCode, WeekSummary>();
      for (const item of items) {
        const commune = communeOf.get(String(item['pk']));
        const { run: _, ...summary } = readSummary(item);
        const hasNews = allResponses(summary.summary) > 0 || summary.revision > 1;
        if (commune !== undefined && hasNews) summaries.set(commune, summary);
      }
      return summaries;
    },

    ofCommune: async (commune, last) => {
      const { pk, between } = keys.summaries(commune, last);
      return (await allOf(table.query(pk, { between }))).map((item) => {
        const { run: _, ...summary } = readSummary(item);
        return summary;
      });
    },

    ofProvince: async (province, last) => {
      const communes = new Map<CommuneCode, WeekSummary[]>();
      for await (const { summaries } of provinceWeeks.provinceWeeks(province, last)) {
        for (const [commune, summary] of summaries) {
          const weeks = communes.get(commune) ?? [];
          weeks.push(summary);
          communes.set(commune, weeks);
        }
      }
      return communes;
    },

    detailsOf,

    detailOf: async (commune, first, last) =>
      [...(await detailsOf(commune, first, last)).values()].reduce(addDetails, emptyDetail),
  };
};
