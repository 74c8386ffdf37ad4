import * as z from 'zod/mini';
import { Desk } from '../domain/desk.ts';
import type { DeskCode } from '../domain/desk-code.ts';
import type { CommuneCode, ProvinceCode } from '../domain/unit.ts';
import { remembered } from '../remembered.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { putNext } from './versioned.ts';

export interface DeskStore {
  find(code: DeskCode): Promise<Desk | undefined>;
  /** To be changed, so read consistently. */
  current(code: DeskCode): Promise<Desk | undefined>;
  /** Every desk of a province, by commune. */
  ofProvince(province: ProvinceCode): Promise<Desk[]>;
  ofCommune(province: ProvinceCode, commune: CommuneCode): Promise<Desk[]>;
  /** Communes of a province that have an active desk. */
  liveCommunes(province: ProvinceCode): Promise<Set<CommuneCode>>;
  /** Whether the code was free and the desk is now stored. */
  add(desk: Desk): Promise<boolean>;
  /** Whether it was written: only as the version after the one that is there, 1 for a desk without any. */
  change(desk: Desk & { version: number }): Promise<boolean>;
}

const DeskEntry = z.object({
  sk: z.string(),
  desk: z.custom<DeskCode>((value) => typeof value === 'string'),
});

/** All that counting live communes needs of a desk. */
const DeskStatus = z.pick(Desk, { code: true, commune: true, status: true });

export const deskStore = (table: Table): DeskStore => {
  /** Desks of which there are entries; of a desk at least its code and its commune are read. */
  const listed = async <D extends Pick<Desk, 'code' | 'commune'>>(
    items: AsyncIterable<unknown>,
    shape: { parse(item: unknown): D },
    attributes?: readonly string[],
  ): Promise<D[]> => {
    const entries: z.infer<typeof DeskEntry>[] = [];
    for await (const item of items) entries.push(DeskEntry.parse(item));
    const codes = new Set(entries.map(({ desk }) => desk));
    const stored = await table.getAll([...codes].map(keys.desk), attributes && { attributes });
    const desks = new Map(stored.map((item) => shape.parse(item)).map((desk) => [desk.code, desk]));
    // An entry is written before its desk: one without a desk was cut short, one of another commune lost the code to
    // it, or the desk has moved.
    return entries.flatMap(({ sk, desk: code }) => {
      const desk = desks.get(code);
      return desk && sk === `${desk.commune.code}#${code}` ? [desk] : [];
    });
  };

  const putEntry = (desk: Desk): Promise<boolean> =>
    table.put({
      ...keys.deskEntry(desk.province.code, desk.commune.code, desk.code),
      desk: desk.code,
    });

  return {
    find: async (code) => {
      const item = await table.get(keys.desk(code));
      return item && Desk.parse(item);
    },

    current: async (code) => {
      const item = await table.get(keys.desk(code), { consistent: true });
      return item && Desk.parse(item);
    },

    ofProvince: (province) => listed(table.query(keys.deskEntries(province).pk), Desk),

    liveCommunes: async (province) => {
      const entries = table.query(keys.deskEntries(province).pk);
      const desks = await listed(entries, DeskStatus, Object.keys(DeskStatus.shape));
      return new Set(desks.flatMap(({ status, commune }) => (status === 'active' ? [commune.code] : [])));
    },

    ofCommune: (province, commune) =>
      listed(
        table.query(keys.deskEntries(province).pk, { between: [`${commune}#`, `${commune}#\u{10FFFF}`] }),
        Desk,
      ),

    add: async (desk) => {
      await putEntry(desk);
      return table.put({ ...keys.desk(desk.code), ...desk }, { expression: 'attribute_not_exists(pk)' });
    },

    change: async (desk) => {
      // It may have moved to another commune.
      await putEntry(desk);
      return putNext(table, { ...keys.desk(desk.code), ...desk });
    },
  };
};

const rememberedMs = 60_000;
const rememberedCount = 1_000;

/**
 * Remembers desks for a minute, so that a busy desk's form costs no read and a retired one stops soon. A code that
 * was not found is asked for again: a new desk works at once.
 */
export const rememberingDesks = <D extends Desk>(
  desks: { find(code: DeskCode): Promise<D | undefined> },
  now: () => Date,
): { find(code: DeskCode): Promise<D | undefined> } => {
  const find = remembered<D | undefined>({
    now,
    forMs: rememberedMs,
    atMost: rememberedCount,
    isKept: (desk) => desk !== undefined,
  });
  return { find: (code) => find(code, () => desks.find(code)) };
};
