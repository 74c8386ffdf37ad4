import * as z from 'zod/mini';
import type { Day } from '../domain/day.ts';
import type { Week } from '../domain/iso-week.ts';
import type { Commune, CommuneCode, Province, ProvinceCode } from '../domain/unit.ts';
import type { ReportedVisits, VisitsChange } from '../domain/visits.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

type CommuneRef = Pick<Commune, 'code' | 'province'>;
type Roster = Pick<Province, 'code'> & { communes: readonly Pick<Commune, 'code'>[] };

/** What somebody says the visits of a week were. */
export interface VisitsReport {
  commune: CommuneRef;
  week: Week;
  visits: number;
  by: string;
  on: Day;
}

/** What the communes of a province report of a week. */
export interface WeekOfReports extends Omit<VisitsReport, 'commune' | 'visits'> {
  province: ProvinceCode;
  visits: ReadonlyMap<CommuneCode, number>;
}

/** What became of a report, and what stands there now. */
export type Reported =
  | { outcome: 'stored' | 'unchanged'; current: ReportedVisits }
  /** Somebody else reported something else meanwhile: what stands there was not seen by who reports. */
  | { outcome: 'conflict'; current: ReportedVisits | undefined };

export interface VisitsStore {
  /** What one commune reported of a run of weeks, both ends included, read consistently. */
  ofCommune(commune: CommuneRef, first: Week, last: Week): Promise<Map<Week, ReportedVisits>>;
  /** The same of every commune of a province: one query of one item a week. Communes without any are left out. */
  ofProvince(province: Roster, first: Week, last: Week): Promise<Map<CommuneCode, Map<Week, number>>>;
  /**
   * Stores a report by somebody who saw this revision, 0 for none. The same number again changes nothing, whatever
   * revision was seen: a report that is sent twice is stored once.
   */
  report(report: VisitsReport, seen: number): Promise<Reported>;
  /** Stores the first reports of a province's week, all at once, unless there are some: sample data. */
  addWeek(reports: WeekOfReports): Promise<boolean>;
  /** Every change of a week, oldest first. */
  historyOf(commune: CommuneRef, week: Week): Promise<VisitsChange[]>;
}

const Visits = z.number();
const Change = z.object({
  revision: z.number(),
  by: z.string(),
  on: z.custom<Day>((value) => typeof value === 'string'),
});
const WeekItem = z.looseObject({ week: z.custom<Week>((value) => typeof value === 'string') });
const Earlier = z.extend(Change, { visits: Visits });

/**
 * A week of a province is one item with two attributes for each commune: its visits, which a province page asks for,
 * and who said so. Attributes of the item itself, not of a map: the first report needs nothing to be there.
 */
const visitsName = (commune: CommuneCode): string => commune;
const changeName = (commune: CommuneCode): string => `by${commune}`;

const reportedIn = (item: Item, commune: CommuneCode): ReportedVisits | undefined =>
  item[visitsName(commune)] === undefined
    ? undefined
    : { visits: Visits.parse(item[visitsName(commune)]), ...Change.parse(item[changeName(commune)]) };

export const visitsStore = (table: Table): VisitsStore => {
  const ofCommune: VisitsStore['ofCommune'] = async ({ code, province }, first, last) => {
    const reported = new Map<Week, ReportedVisits>();
    const weeks = table.query(keys.visits(province, first).pk, {
      between: [keys.visits(province, first).sk, keys.visits(province, last).sk],
      attributes: ['week', visitsName(code), changeName(code)],
      consistent: true,
    });
    for await (const item of weeks) {
      const visits = reportedIn(item, code);
      if (visits) reported.set(WeekItem.parse(item).week, visits);
    }
    return reported;
  };

  const currentOf = async (commune: CommuneRef, week: Week): Promise<ReportedVisits | undefined> =>
    (await ofCommune(commune, week, week)).get(week);

  /** What is about to be replaced is kept first, under its revision: doing so twice keeps it once. */
  const keep = (commune: CommuneRef, week: Week, replaced: ReportedVisits): Promise<boolean> =>
    table.put(
      { ...keys.earlierVisits(commune, week, replaced.revision), ...replaced },
      { expression: 'attribute_not_exists(pk)' },
    );

  /** Whether it was written: only where the revision that was seen still stands. */
  const write = async ({ commune, week, visits, by, on }: VisitsReport, seen: number): Promise<boolean> =>
    (await table.update(
      keys.visits(commune.province, week),
      'SET #week = :week, #visits = :visits, #change = :change',
      {
        expression: seen === 0 ? 'attribute_not_exists(#change)' : '#change.#revision = :seen',
        names: {
          '#week': 'week',
          '#visits': visitsName(commune.code),
          '#change': changeName(commune.code),
          ...(seen > 0 && { '#revision': 'revision' }),
        },
        values: {
          ':week': week,
          ':visits': visits,
          ':change': { revision: seen + 1, by, on },
          ...(seen > 0 && { ':seen': seen }),
        },
      },
    )) !== undefined;

  return {
    ofCommune,

    ofProvince: async ({ code: province, communes }, first, last) => {
      const codes = communes.map(({ code }) => code);
      const reported = new Map<CommuneCode, Map<Week, number>>();
      const weeks = table.query(keys.visits(province, first).pk, {
        between: [keys.visits(province, first).sk, keys.visits(province, last).sk],
        attributes: ['week', ...codes.map(visitsName)],
      });
      for await (const item of weeks) {
        const { week } = WeekItem.parse(item);
        for (const code of codes) {
          const visits = item[visitsName(code)];
          if (visits === undefined) continue;
          const known = reported.get(code) ?? new Map<Week, number>();
          reported.set(code, known.set(week, Visits.parse(visits)));
        }
      }
      return reported;
    },

    report: async (report, seen) => {
      const { commune, week, visits, by, on } = report;
      const before = await currentOf(commune, week);
      if (before?.visits === visits) return { outcome: 'unchanged', current: before };
      if ((before?.revision ?? 0) !== seen) return { outcome: 'conflict', current: before };
      if (before) await keep(commune, week, before);
      if (await write(report, seen)) {
        return { outcome: 'stored', current: { visits, revision: seen + 1, by, on } };
      }
      // Another report came between, or this one arrived and its answer got lost on the way.
      const current = await currentOf(commune, week);
      return current?.visits === visits ? { outcome: 'stored', current } : { outcome: 'conflict', current };
    },

    addWeek: ({ province, week, visits, by, on }) =>
      table.put(
        {
          ...keys.visits(province, week),
          week,
          ...Object.fromEntries(
            [...visits].flatMap(([commune, count]): [string, unknown][] => [
              [visitsName(commune), count],
              [changeName(commune), { revision: 1, by, on }],
            ]),
          ),
        },
        { expression: 'attribute_not_exists(pk)' },
      ),

    historyOf: async (commune, week) => {
      // First what stands there: should it be replaced meanwhile, it is found among the earlier ones.
      const current = await currentOf(commune, week);
      if (!current) return [];
      const { pk, sk: first } = keys.earlierVisits(commune, week, 1);
      const { sk: last } = keys.earlierVisits(commune, week, current.revision);
      const reported = new Map([[current.revision, current]]);
      for await (const item of table.query(pk, { between: [first, last], consistent: true })) {
        const earlier = Earlier.parse(item);
        reported.set(earlier.revision, earlier);
      }
      return [...reported.values()]
        .toSorted((a, b) => a.revision - b.revision)
        .map((change) => ({ ...change, before: reported.get(change.revision - 1)?.visits }));
    },
  };
};
