import type { Week } from '../domain/iso-week.ts';
import type { WeekSummary } from '../domain/standing.ts';
import { isSameCount } from '../domain/tally.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { type WeekStatus, weekStatuses } from '../domain/week-life.ts';
import { keys } from './keys.ts';
import { packSummaries, unpackSummaries } from './packed-summaries.ts';
import { inParts } from './province-parts.ts';
import { putAsRun, type Run } from './run-store.ts';
import { allOf, type Table } from './table.ts';
import { type ProvinceWeekItem, readProvinceWeek, tallySchemaVersion } from './tally-items.ts';

type Summaries = ReadonlyMap<CommuneCode, WeekSummary>;

/** What the communes of a province brought in a week; those without answers are left out. */
export interface ProvinceWeek {
  week: Week;
  summaries: Summaries;
}

export interface ProvinceWeekStore {
  /** Overwrites a province's week of summaries, unless unchanged or written by a later run; whether it did. */
  putProvinceWeek(province: ProvinceCode, week: Week, summaries: Summaries, run: Run): Promise<boolean>;
  /** The weeks of a province from the first to `last`, in order, one at a time; weeks without answers are left out. */
  provinceWeeks(
    province: ProvinceCode,
    last: Week,
    options?: { first?: Week; consistent?: boolean },
  ): AsyncGenerator<ProvinceWeek>;
}

/** A province's week is as final as the least final of its communes. */
const leastFinal = (summaries: Summaries): WeekStatus => {
  const all = new Set([...summaries.values()].map(({ status }) => status));
  return weekStatuses.find((status) => all.has(status)) ?? 'open';
};

/** Of most communes how final their counts are follows from the status; those that were changed later are named. */
const revisedIn = (summaries: Summaries): ProvinceWeekItem['revised'] =>
  Object.fromEntries(
    [...summaries].flatMap(([commune, { revision, revisedOn }]) =>
      revision > 1 && revisedOn ? [[commune, { revision, revisedOn }]] : [],
    ),
  );

const summariesIn = ({ week, status, summaries, revised }: ProvinceWeekItem): [CommuneCode, WeekSummary][] =>
  unpackSummaries(summaries).map(([commune, summary]) => [
    commune,
    { week, summary, status, revision: status === 'closed' ? 1 : 0, ...revised[commune] },
  ]);

export const provinceWeekStore = (table: Table): ProvinceWeekStore => ({
  putProvinceWeek: async (province, week, summaries, run) => {
    const { pk, between } = keys.provinceWeeks(province, week, week);
    const stored = (await allOf(table.query(pk, { between, consistent: true }))).map(readProvinceWeek);
    if (stored.length === 0 && summaries.size === 0) return false;
    const status = leastFinal(summaries);
    const written = await Promise.all(
      inParts(summaries, stored.length).map(async (each, part) => {
        const packed = packSummaries(
          Object.fromEntries([...each].map(([commune, { summary }]) => [commune, summary])),
        );
        const item: ProvinceWeekItem = { week, status, summaries: packed, revised: revisedIn(each) };
        if (isSameCount(stored[part], item)) return false;
        const key = keys.provinceWeek(province, week, part);
        return putAsRun(table, { ...key, run, schema: tallySchemaVersion, ...item });
      }),
    );
    return written.some(Boolean);
  },

  async *provinceWeeks(province, last, { first, consistent = false } = {}) {
    const { pk, between } = keys.provinceWeeks(province, first, last);
    let current: { week: Week; summaries: Map<CommuneCode, WeekSummary> } | undefined;
    for await (const item of table.query(pk, { between, consistent })) {
      const read = readProvinceWeek(item);
      if (current && current.week !== read.week) {
        yield current;
        current = undefined;
      }
      current ??= { week: read.week, summaries: new Map() };
      for (const [commune, summary] of summariesIn(read)) current.summaries.set(commune, summary);
    }
    if (current) yield current;
  },
});
