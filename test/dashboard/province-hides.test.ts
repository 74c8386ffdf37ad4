import { expect, it } from 'vitest';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { accountWith, grants } from '../support/dashboard-service.ts';
import { provinceNamed } from '../support/province-page.ts';
import { type Brought, deskIn, putWeeks } from '../support/province-weeks.ts';
import { present, week } from '../support/samples.ts';
import { shownTo } from '../support/shown-to.ts';

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
const province = provinceNamed(...names.map((name): [string] => [name]));
const usual: Brought = { rated: 130, unhappy: 6, visits: 300 };

/** Everybody as usual but for what one commune brought in the last ended week, and in the open one. */
const world =
  (name: (typeof names)[number], brought: Brought, open?: Brought) =>
  async (table: Table): Promise<void> => {
    for (const commune of province.communes) await deskStore(table).add(deskIn(province, commune));
    const codeOf = new Map(province.communes.map((commune) => [commune.name, commune.code]));
    const others = Object.fromEntries(province.communes.map(({ code }) => [code, [usual]]));
    const code = present(codeOf.get(name));
    await putWeeks(table, province, week('2026-W47'), { ...others, [code]: [brought] }, 1);
    if (open) await putWeeks(table, province, week('2026-W48'), { [code]: [open] }, 2);
  };

const criterion = (ratings: [number, number, number, number, number]): Partial<Brought> => ({
  detail: { criteria: { waiting: { ratings, notApplicable: 0 } } },
});
const fact = (counts: Record<string, number>): Partial<Brought> => ({
  detail: { facts: { harassment: counts } },
});

/** Two worlds that nobody but the operator may tell apart. */
const twins: Record<string, [ReturnType<typeof world>, ReturnType<typeof world>]> = {
  'what comes in the open week': [
    world('An Lộc', usual),
    world('An Lộc', usual, { rated: 60, unhappy: 30, visits: 61 }),
  ],
  'how many answers under ten there are, and how they rate': [
    world('Cẩm Hòa', { rated: 3, visits: 40 }),
    world('Cẩm Hòa', { rated: 9, unhappy: 9, visits: 40 }),
  ],
  'how many more answers under ten are flagged': [
    world('An Lộc', { ...usual, flagged: 4 }),
    world('An Lộc', { ...usual, flagged: 8 }),
  ],
  'how fewer than ten rated a criterion': [
    world('An Lộc', { ...usual, ...criterion([0, 0, 0, 0, 9]) }),
    world('An Lộc', { ...usual, ...criterion([9, 0, 0, 0, 0]) }),
  ],
  'what fewer than ten said of harassment': [
    world('An Lộc', { ...usual, ...fact({ no: 9 }) }),
    world('An Lộc', { ...usual, ...fact({ yes: 9 }) }),
  ],
};

const officer = accountWith(grants.reader);

it.each(Object.entries(twins))('an officer of the province is nowhere shown %s', async (_, [one, other]) => {
  const first = await shownTo(officer, province, one);
  const second = await shownTo(officer, province, other);
  for (const [path, whole] of first) expect(second.get(path), path).toBe(whole);
});

it('what may be seen does change every page, file and answer about it', async () => {
  const first = await shownTo(officer, province, world('An Lộc', usual));
  const second = await shownTo(officer, province, world('An Lộc', { rated: 150, unhappy: 20, visits: 300 }));
  const others = province.communes.slice(1).map(({ code }) => code);
  for (const [path, whole] of first) {
    expect(whole, path).toMatch(/^200/);
    if (!others.some((code) => path.includes(code))) expect(second.get(path), path).not.toBe(whole);
  }
});
