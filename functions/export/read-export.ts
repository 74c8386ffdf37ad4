import type { Week } from '../domain/iso-week.ts';
import type { Audience } from '../domain/measure/audience.ts';
import { exportProvince } from '../domain/measure/province-export.ts';
import type { WindowLength } from '../domain/measure/shown-commune.ts';
import { type ProvinceExport, windowRanges } from '../domain/measure/shown-province.ts';
import type { CommuneCode, Province } from '../domain/unit.ts';
import { type ProvinceStores, readDetails, readProvince } from '../measures/read-province.ts';
import type { TallyStore } from '../store/tally-store.ts';

/** Where the numbers of an export come from. */
export interface ExportStores extends ProvinceStores {
  tallies: Pick<TallyStore, 'ofProvince' | 'detailOf'>;
}

/** What is wanted of a province's numbers. */
export interface ExportRequest {
  province: Province;
  /** Only the row of this commune; what it is compared with stays the same. */
  commune?: CommuneCode | undefined;
  /** For everybody but the operator a week that has ended. */
  at: Week;
  window: WindowLength;
  audience: Audience;
}

/** A province's numbers as one audience may see them: the source of every format. */
export const readExport = async (
  stores: ExportStores,
  { commune, window, ...about }: ExportRequest,
): Promise<ProvinceExport> => {
  const isWanted = (each: CommuneCode): boolean => commune === undefined || each === commune;
  const view = await readProvince(stores, about);
  const ranges = new Map([...windowRanges(view, window)].filter(([each]) => isWanted(each)));
  const shown = exportProvince({ ...view, window, details: await readDetails(stores.tallies, ranges) });
  return { ...shown, communes: shown.communes.filter((row) => isWanted(row.commune)) };
};
