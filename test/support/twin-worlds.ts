import type { Province } from '../../functions/domain/unit.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { provinceNamed } from './province-page.ts';
import { type Brought, deskIn, putWeeks } from './province-weeks.ts';
import { present, week } from './samples.ts';

const names = [
  'An Lộc',
  'Bình An',
  'Cẩm Hòa',
  'Đức Thọ',
  'Hương Sơn',
  'Kỳ Anh',
  'Lộc Hà',
  'Nghi Xuân',
] as const;
type Name = (typeof names)[number];

/** A province whose communes can be compared as long as most of them are as usual. */
export const twinProvince: Province = provinceNamed(...names.map((name): [string] => [name]));
export const communeCalled = (name: Name) =>
  present(twinProvince.communes.find((commune) => commune.name === name));

export const usual: Brought = { rated: 130, unhappy: 6, visits: 300 };

/** What communes brought up to the last ended week, oldest week first. */
export type Told = Partial<Record<Name, readonly Brought[]>>;
export type World = (table: Table) => Promise<void>;

const byCode = (told: Told): Record<string, readonly Brought[]> =>
  Object.fromEntries(names.flatMap((name) => (told[name] ? [[communeCalled(name).code, told[name]]] : [])));

/** Every commune as usual in the last ended week but for these; nothing in the open one but this. */
export const world =
  (told: Told, open?: Told): World =>
  async (table) => {
    await unitStore(table).put(twinProvince);
    for (const commune of twinProvince.communes) await deskStore(table).add(deskIn(twinProvince, commune));
    const others = Object.fromEntries(twinProvince.communes.map(({ code }) => [code, [usual]]));
    await putWeeks(table, twinProvince, week('2026-W47'), { ...others, ...byCode(told) }, 1);
    if (open) await putWeeks(table, twinProvince, week('2026-W48'), byCode(open), 2);
  };

/** The usual week, with so many ratings of a criterion. */
export const withCriterion = (ratings: [number, number, number, number, number]): Brought => ({
  ...usual,
  detail: { criteria: { waiting: { ratings, notApplicable: 0 } } },
});

/** The usual week, with so many answers to the question about harassment. */
export const withHarassment = (harassment: Record<string, number>): Brought => ({
  ...usual,
  detail: { facts: { harassment } },
});
