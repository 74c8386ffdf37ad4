import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Commune, Province } from '../../functions/domain/unit.ts';
import { addDesk } from '../../infra/admin/new-desk.ts';
import { camXuyen, haHuyTap, haTinh, thanhSen, unitsCsv } from './ha-tinh.ts';
import { workplace } from './workplace.ts';

const { admin, json, file, stores } = workplace();

const official = fileURLToPath(new URL('../../../shared/data/units-2026-07-25.csv', import.meta.url));

/** As many units as there are: 34 provinces, 3,321 communes. */
const everyUnit = (): Province[] =>
  Array.from({ length: 34 }, (_, index) => {
    const code = String(index + 1).padStart(2, '0');
    const communes = Array.from(
      { length: index < 23 ? 98 : 97 },
      (_, n): Commune => ({ code: `${code}${n + 100}`, name: `Xã ${n}`, kind: 'Xã', province: code }),
    );
    return { code, name: `Tỉnh ${code}`, communes };
  });

describe('units import', () => {
  it('takes over all 3,321 communes, and the same again when it is run again', async () => {
    const path = existsSync(official) ? official : await file(unitsCsv(...everyUnit()));
    const summary = {
      provinces: 34,
      communes: 3321,
      desksRenamed: 0,
      provincesNotInFile: 0,
      communesNotInFile: 0,
    };
    expect(await json(['units', 'import', path])).toEqual(summary);
    expect(await json(['units', 'import', path])).toEqual(summary);

    const provinces = await (await stores()).units.provinces();
    expect(provinces).toHaveLength(34);
    expect(provinces.flatMap(({ communes }) => communes)).toHaveLength(3321);
  });

  it('names every bad row by its line and imports nothing of the file', async () => {
    const path = await file(
      `${unitsCsv(haTinh)}\r\n42,Tỉnh Hà Tĩnh,1807,Trần Phú,Phường\r\n42,Tỉnh Hà Tĩnh,18100,Trần Phú,Thị trấn\r\n`,
    );
    const { code, stdout, said } = await admin(['units', 'import', path]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(said).toEqual([
      'line 6: commune_code "1807" must have 5 digits, leading zeros included',
      'line 7: kind "Thị trấn" must be one of Phường, Xã, Đặc khu',
      `error: ${path}: 2 problems, nothing was imported`,
    ]);
    expect(await (await stores()).units.provinces()).toEqual([]);
  });

  it('reads a file with a byte order mark and decomposed letters, and keeps composed ones', async () => {
    const path = await file(`\uFEFF${unitsCsv(haTinh).normalize('NFD')}`);
    const { units } = await stores();
    expect(await json(['units', 'import', path])).toMatchObject({ provinces: 1, communes: 3 });
    expect(await units.province('42')).toEqual(haTinh);
    expect(await units.commune('18073')).toEqual(thanhSen);
  });

  it('gives desks the new names of their units', async () => {
    const all = await stores();
    const { units, desks } = all;
    await units.put(haTinh);
    const province = { code: '42', name: haTinh.name };
    const desk = await addDesk(all, { name: 'Bàn 1', commune: thanhSen, province });
    const other = await addDesk(all, { name: 'Bàn 1', commune: camXuyen, province });

    const renamed = { ...thanhSen, name: 'Thành Sen Mới' };
    const path = await file(unitsCsv({ ...haTinh, communes: [renamed, haHuyTap, camXuyen] }));
    expect(await json(['units', 'import', path])).toMatchObject({ desksRenamed: 1 });
    expect(await desks.find(desk.code)).toEqual({ ...desk, commune: renamed, version: 2 });
    expect(await desks.find(other.code)).toEqual(other);
    expect(await json(['units', 'import', path])).toMatchObject({ desksRenamed: 0 });
  });

  it('leaves units alone of which the file says nothing, and counts them', async () => {
    const { units } = await stores();
    await units.put(haTinh);
    await units.put({ code: '48', name: 'Thành phố Đà Nẵng', communes: [] });
    const path = await file(unitsCsv({ ...haTinh, communes: [thanhSen] }));
    expect(await json(['units', 'import', path])).toEqual({
      provinces: 1,
      communes: 1,
      desksRenamed: 0,
      provincesNotInFile: 1,
      communesNotInFile: 2,
    });
    expect(await units.province('42')).toEqual(haTinh);
  });

  it('does not move a commune to another province', async () => {
    const { units } = await stores();
    await units.put(haTinh);
    const ngheAn = { code: '40', name: 'Tỉnh Nghệ An', communes: [{ ...camXuyen, province: '40' }] };
    const { code, said } = await admin(['units', 'import', await file(unitsCsv(ngheAn))]);
    expect(code).toBe(2);
    expect(said[0]).toBe("line 2: commune 18673 belongs to province 42 already: a file can't move it to 40");
    expect(await units.provinces()).toEqual([haTinh]);
  });
});
