import type { Week } from '../domain/iso-week.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import type { Detail } from '../domain/tally.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import { type DetailRow, detailOfRow, packDetails, rowOf, unpackDetails } from './packed-details.ts';
import { inParts } from './province-parts.ts';
import { putAsRun, type Run } from './run-store.ts';
import { allOf, type Table } from './table.ts';
import { readDetail, readProvinceDetail, tallySchemaVersion } from './tally-items.ts';

/** Criteria and sensitive facts as they are gathered for a province and as the commune has them; null for none. */
export interface DetailDifference {
  commune: CommuneCode;
  inProvince: Detail | null;
  inCommune: Detail | null;
}

export interface ProvinceDetailStore {
  /**
   * Puts together what is stored of a week's communes: criteria and sensitive facts, which a province's page would
   * otherwise have to ask 168 communes for. Whether it had changed, and no later run had written it.
   */
  gatherDetails(
    province: ProvinceCode,
    week: Week,
    communes: readonly CommuneCode[],
    run: number,
  ): Promise<boolean>;
  /** Overwrites what is gathered of a week, unless unchanged or written by a later run. */
  putProvinceDetails(
    province: ProvinceCode,
    week: Week,
    details: ReadonlyMap<CommuneCode, Detail>,
    run: Run,
  ): Promise<boolean>;
  /** Communes of which a week's gathered details say something else than their own do. Read consistently. */
  detailDifferences(
    province: ProvinceCode,
    week: Week,
    communes: readonly CommuneCode[],
  ): Promise<DetailDifference[]>;
  /** Criteria and sensitive facts of each commune in its own weeks, added up: one query for all of them. */
  gatheredDetails(
    province: ProvinceCode,
    ranges: ReadonlyMap<CommuneCode, WeekRange>,
  ): Promise<Map<CommuneCode, Detail>>;
}

const isIn = (week: Week, { from, to }: WeekRange): boolean => week >= from && week <= to;

export const provinceDetailStore = (table: Table): ProvinceDetailStore => {
  const putProvinceDetails: ProvinceDetailStore['putProvinceDetails'] = async (
    province,
    week,
    details,
    run,
  ) => {
    const { pk, between } = keys.provinceDetails(province, week, week);
    const stored = await allOf(table.query(pk, { between, consistent: true }));
    const written = await Promise.all(
      inParts(details, stored.length).map(async (each, part) => {
        const packed = packDetails(each);
        const item = stored[part];
        const before = item ? readProvinceDetail(item).details : packDetails(new Map());
        if (packed === before) return false;
        const key = keys.provinceDetail(province, week, part);
        return putAsRun(table, { ...key, week, details: packed, run, schema: tallySchemaVersion });
      }),
    );
    return written.some(Boolean);
  };

  const detailsOfWeek = async (
    communes: readonly CommuneCode[],
    week: Week,
  ): Promise<Map<CommuneCode, Detail>> => {
    const communeOf = new Map(communes.map((commune) => [keys.detail(commune, week).pk, commune]));
    // Desks alone go on in further parts.
    const items = await table.getAll(
      communes.map((commune) => keys.detail(commune, week)),
      { consistent: true },
    );
    const details = new Map<CommuneCode, Detail>();
    for (const item of items) {
      const commune = communeOf.get(String(item['pk']));
      if (commune !== undefined) details.set(commune, readDetail(item).detail);
    }
    return details;
  };

  return {
    putProvinceDetails,

    gatherDetails: async (province, week, communes, run) =>
      putProvinceDetails(province, week, await detailsOfWeek(communes, week), run),

    detailDifferences: async (province, week, communes) => {
      const { pk, between } = keys.provinceDetails(province, week, week);
      const stored = await allOf(table.query(pk, { between, consistent: true }));
      const inProvince = new Map(stored.flatMap((item) => unpackDetails(readProvinceDetail(item).details)));
      const inCommunes = new Map(
        [...(await detailsOfWeek(communes, week))].map(([commune, detail]) => [commune, rowOf(detail)]),
      );
      const saysNothing = (row: DetailRow = []): boolean => row.every((count) => count === 0);
      return communes
        .map((commune) => ({ commune, rows: [inProvince.get(commune), inCommunes.get(commune)] as const }))
        .filter(({ rows }) => !rows.every(saysNothing) && String(rows[0]) !== String(rows[1]))
        .map(({ commune, rows: [gathered, own] }) => ({
          commune,
          inProvince: gathered ? detailOfRow(gathered) : null,
          inCommune: own ? detailOfRow(own) : null,
        }));
    },

    gatheredDetails: async (province, ranges) => {
      const weeks = [...ranges.values()].flatMap(({ from, to }) => [from, to]).toSorted();
      const [first, last] = [weeks[0], weeks.at(-1)];
      if (!first || !last) return new Map();
      const sums = new Map<CommuneCode, DetailRow>();
      const { pk, between } = keys.provinceDetails(province, first, last);
      for await (const item of table.query(pk, { between })) {
        const { week, details } = readProvinceDetail(item);
        for (const [commune, row] of unpackDetails(details)) {
          const range = ranges.get(commune);
          if (!range || !isIn(week, range)) continue;
          const sum = sums.get(commune);
          sums.set(commune, sum ? row.map((count, place) => count + (sum[place] ?? 0)) : row);
        }
      }
      return new Map([...sums].map(([commune, row]) => [commune, detailOfRow(row)]));
    },
  };
};
