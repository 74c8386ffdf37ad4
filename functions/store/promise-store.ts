import { CommunePromise } from '../domain/promise.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { putNext } from './versioned.ts';

/** Where a promise is. */
export interface PromiseKey {
  province: ProvinceCode;
  commune: CommuneCode;
  id: string;
}

export interface PromiseStore {
  /** Of a whole province, by commune. */
  ofProvince(province: ProvinceCode): Promise<CommunePromise[]>;
  ofCommune(province: ProvinceCode, commune: CommuneCode): Promise<CommunePromise[]>;
  /** To be changed, so read consistently. */
  find(key: PromiseKey): Promise<CommunePromise | undefined>;
  /** Whether it was written: only as the version after the one that is there, 1 when there is none. */
  put(province: ProvinceCode, promise: CommunePromise): Promise<boolean>;
}

const parseAll = async (items: AsyncIterable<unknown>): Promise<CommunePromise[]> => {
  const promises: CommunePromise[] = [];
  for await (const item of items) promises.push(CommunePromise.parse(item));
  return promises;
};

export const promiseStore = (table: Table): PromiseStore => ({
  ofProvince: (province) => parseAll(table.query(keys.promises(province).pk)),

  ofCommune: (province, commune) =>
    parseAll(table.query(keys.promises(province).pk, { between: [`${commune}#`, `${commune}#\u{10FFFF}`] })),

  find: async (key) => {
    const item = await table.get(keys.promise(key), { consistent: true });
    return item && CommunePromise.parse(item);
  },

  put: (province, promise) => putNext(table, { ...keys.promise({ ...promise, province }), ...promise }),
});
