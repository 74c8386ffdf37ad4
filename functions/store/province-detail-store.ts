import type { Week } from '../domain/iso-week.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import { type Detail, emptyDetail, isSameCount } from '../domain/tally.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import { countsOf, type DetailCounts, detailOfCounts, detailSums, packDetails } from './packed-details.ts';
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

/** Of a commune that nobody answered in, gathered like any other. */
const nothing = detailOfCounts(countsOf(emptyDetail));

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
        const before = item ? readProvinceDetail(item) : packDetails(new Map());
        if (packed.details === before.details && packed.columns === before.columns) return false;
        const key = keys.provinceDetail(province, week, part);
        return putAsRun(table, { ...key, week, ...packed, run, schema: tallySchemaVersion });
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
      const gathered = detailSums();
      for (const item of stored) gathered.add(readProvinceDetail(item));
      const inProvince = gathered.sums();
      const inCommunes = await detailsOfWeek(communes, week);
      const asGathered = (counts: DetailCounts | undefined) => counts && detailOfCounts(counts);
      return communes
        .map((commune) => {
          const own = inCommunes.get(commune);
          return {
            commune,
            inProvince: asGathered(inProvince.get(commune)) ?? null,
            inCommune: asGathered(own && countsOf(own)) ?? null,
          };
        })
        .filter((each) => !isSameCount(each.inProvince ?? nothing, each.inCommune ?? nothing));
    },

    gatheredDetails: async (province, ranges) => {
      const weeks = [...ranges.values()].flatMap(({ from, to }) => [from, to]).toSorted();
      const [first, last] = [weeks[0], weeks.at(-1)];
      if (!first || !last) return new Map();
      const gathered = detailSums();
      const { pk, between } = keys.provinceDetails(province, first, last);
      for await (const item of table.query(pk, { between })) {
        const { week, ...packed } = readProvinceDetail(item);
        gathered.add(packed, (commune) => {
          const range = ranges.get(commune);
          return range !== undefined && isIn(week, range);
        });
      }
      return new Map([...gathered.sums()].map(([commune, counts]) => [commune, detailOfCounts(counts)]));
    },
  };
};
