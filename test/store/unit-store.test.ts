import { beforeEach, describe, expect, it } from 'vitest';
import { unitStore } from '../../functions/store/unit-store.ts';
import { engines } from '../support/engine.ts';
import { haTinh, provinceOf, thanhSen } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

describe.each(engines)('units on %s', (engine) => {
  let opened: OpenTestTable;
  beforeEach(async () => {
    opened = await openTestTable(engine);
  });

  it('are read as they were put', async () => {
    const units = unitStore(opened.table);
    await units.put(haTinh);
    expect(await units.province('42')).toEqual(haTinh);
    expect(await units.commune(thanhSen.code)).toEqual(thanhSen);
    expect(await units.provinces()).toEqual([haTinh]);
  });

  it('are unknown where nothing was put', async () => {
    const units = unitStore(opened.table);
    expect(await units.province('42')).toBeUndefined();
    expect(await units.commune('18073')).toBeUndefined();
    expect(await units.provinces()).toEqual([]);
  });

  it('are overwritten by a newer list', async () => {
    const units = unitStore(opened.table);
    await units.put(haTinh);
    const renamed = { ...haTinh, communes: [{ ...thanhSen, name: 'Thành Sen mới' }] };
    await units.put(renamed);
    expect(await units.province('42')).toEqual(renamed);
    expect((await units.commune(thanhSen.code))?.name).toBe('Thành Sen mới');
  });

  it('of the largest province, 168 communes, fit its roster', async () => {
    const units = unitStore(opened.table);
    const largest = provinceOf(168);
    await units.put(largest);
    expect(await units.province('42')).toEqual(largest);
  });

  it('are whole once the province can be read: its roster is written last', async () => {
    const written: string[] = [];
    const units = unitStore({
      ...opened.table,
      put: async (item) => {
        written.push(item.pk);
        return true;
      },
    });
    await units.put(haTinh);
    expect(written.at(-1)).toBe('UNITS');
    expect(written).toHaveLength(1 + haTinh.communes.length);
  });
});
