import { Commune, type CommuneCode, Province, type ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export interface UnitStore {
  provinces(): Promise<Province[]>;
  province(code: ProvinceCode): Promise<Province | undefined>;
  commune(code: CommuneCode): Promise<Commune | undefined>;
  /** Writes the communes first and the roster last: a province that can be read is whole. */
  put(province: Province): Promise<void>;
}

export const unitStore = (table: Table): UnitStore => ({
  provinces: async () => {
    const provinces: Province[] = [];
    for await (const item of table.query(keys.provinces().pk)) provinces.push(Province.parse(item));
    return provinces;
  },

  province: async (code) => {
    const item = await table.get(keys.province(code));
    return item && Province.parse(item);
  },

  commune: async (code) => {
    const item = await table.get(keys.commune(code));
    return item && Commune.parse(item);
  },

  put: async (province) => {
    await Promise.all(
      province.communes.map((commune) => table.put({ ...keys.commune(commune.code), ...commune })),
    );
    await table.put({ ...keys.province(province.code), ...province });
  },
});
