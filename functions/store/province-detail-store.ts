import * as z from 'zod/mini';
import type { Week } from '../domain/iso-week.ts';
import type { WeekRange } from '../domain/measure/timeline.ts';
import { Detail, tallySchemaVersion } from '../domain/tally.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import { type DetailRow, detailOfRow, emptyRow, packDetails, unpackDetails } from './packed-details.ts';
import type { Table } from './table.ts';

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
  /** Criteria and sensitive facts of each commune in its own weeks, added up: one query for all of them. */
  gatheredDetails(
    province: ProvinceCode,
    ranges: ReadonlyMap<CommuneCode, WeekRange>,
  ): Promise<Map<CommuneCode, Detail>>;
}

const DetailItem = z.object({ pk: z.string(), detail: Detail });
const ProvinceDetailItem = z.object({
  week: z.custom<Week>((value) => typeof value === 'string'),
  details: z.string(),
});

const isIn = (week: Week, { from, to }: WeekRange): boolean => week >= from && week <= to;

export const provinceDetailStore = (table: Table): ProvinceDetailStore => ({
  gatherDetails: async (province, week, communes, run) => {
    const key = keys.provinceDetail(province, week);
    const communeOf = new Map(communes.map((commune) => [keys.detail(commune, week).pk, commune]));
    const [stored, items] = await Promise.all([
      table.get(key, { consistent: true }),
      table.getAll(
        communes.map((commune) => keys.detail(commune, week)),
        { consistent: true },
      ),
    ]);
    const details = new Map<CommuneCode, Detail>();
    for (const item of items) {
      const { pk, detail } = DetailItem.parse(item);
      const commune = communeOf.get(pk);
      if (commune !== undefined) details.set(commune, detail);
    }
    const packed = packDetails(details);
    const before = stored ? ProvinceDetailItem.parse(stored).details : packDetails(new Map());
    if (packed === before) return false;
    return table.put(
      { ...key, week, details: packed, run, schema: tallySchemaVersion },
      {
        expression: 'attribute_not_exists(pk) OR #run < :run',
        names: { '#run': 'run' },
        values: { ':run': run },
      },
    );
  },

  gatheredDetails: async (province, ranges) => {
    const weeks = [...ranges.values()].flatMap(({ from, to }) => [from, to]).toSorted();
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (!first || !last) return new Map();
    const sums = new Map<CommuneCode, DetailRow>();
    const { pk, sk } = keys.provinceDetail(province, first);
    for await (const item of table.query(pk, { between: [sk, keys.provinceDetail(province, last).sk] })) {
      const { week, details } = ProvinceDetailItem.parse(item);
      for (const [commune, row] of unpackDetails(details)) {
        const range = ranges.get(commune);
        if (!range || !isIn(week, range)) continue;
        const sum = sums.get(commune) ?? emptyRow;
        sums.set(
          commune,
          row.map((count, place) => count + (sum[place] ?? 0)),
        );
      }
    }
    return new Map([...sums].map(([commune, row]) => [commune, detailOfRow(row)]));
  },
});
