import { afterEach, expect, it, vi } from 'vitest';
import { Unavailable } from '../../functions/unavailable.ts';
import { importUnits } from '../../infra/admin/import-units.ts';
import { withProgress } from '../../infra/admin/progress.ts';
import { haTinh } from './ha-tinh.ts';
import { workplace } from './workplace.ts';

const { stores } = workplace();

afterEach(() => {
  vi.restoreAllMocks();
});

it('an import that breaks off says how far it came, and is completed by running it again', async () => {
  const all = await stores();
  const { units } = all;
  const ngheAn = {
    code: '40',
    name: 'Tỉnh Nghệ An',
    communes: [{ code: '16681', name: 'Thành Vinh', kind: 'Phường', province: '40' } as const],
  };
  const provinces = [haTinh, ngheAn];
  const lineOf = new Map(provinces.flatMap(({ communes }) => communes).map(({ code }, n) => [code, n + 2]));
  const file = { provinces, lineOf, problems: [] };
  const failing = {
    put: async (province: typeof ngheAn) => {
      if (province.code === '40') throw new Unavailable('table', new Error('throttled'));
      await units.put(province);
    },
  };

  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const broken = withProgress('communes', 4, (advance) =>
    importUnits({ ...all, units: failing }, file, [], advance),
  );
  await expect(broken).rejects.toThrow(Unavailable);
  expect(said).toHaveBeenCalledWith(
    '3 of 4 communes are written for certain: run the same command again for the rest\n',
  );
  expect(await units.provinces()).toEqual([haTinh]);

  expect(await importUnits(all, file, await units.provinces(), () => {})).toMatchObject({
    provinces: 2,
    communes: 4,
  });
  expect(await units.provinces()).toEqual([ngheAn, haTinh]);
});
