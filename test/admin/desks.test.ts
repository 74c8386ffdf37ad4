import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type DeskCode, parseDeskCode } from '../../functions/domain/desk-code.ts';
import { parseOpeningHours } from '../../functions/domain/opening-hours.ts';
import { addDesk } from '../../infra/admin/new-desk.ts';
import { camXuyen, haHuyTap, haTinh, thanhSen } from './ha-tinh.ts';
import { workplace } from './workplace.ts';

const { admin, json, file, stores } = workplace();

const province = { code: haTinh.code, name: haTinh.name };

const DeskLine = z.strictObject({
  code: z.custom<DeskCode>((value) => typeof value === 'string' && parseDeskCode(value) === value),
  commune: z.string(),
  name: z.string(),
  status: z.string(),
  hours: z.nullable(z.string()),
});
const Imported = z.object({
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  desks: z.array(DeskLine),
});

/** Stores with the units of Hà Tĩnh. */
const withUnits = async () => {
  const all = await stores();
  await all.units.put(haTinh);
  return all;
};

describe('desks add', () => {
  it('makes a desk with a new code, which is listed like it', async () => {
    await withUnits();
    const desk = DeskLine.parse(
      await json(['desks', 'add', '--commune', '18073', '--name', ' Bàn 1 '.normalize('NFD')]),
    );
    expect(desk).toMatchObject({ commune: '18073', name: 'Bàn 1', status: 'active', hours: null });
    const hours = 'Mon-Sat 07:00-24:00';
    const other = DeskLine.parse(
      await json(['desks', 'add', '--commune', '18073', '--name', 'Bàn 2', '--hours', hours]),
    );
    expect(other.hours).toBe(hours);
    expect(await json(['desks', 'list', '--json'])).toEqual([desk, other]);
  });

  it.each<[string, string[], string]>([
    ['an unknown commune', ['--commune', '99999', '--name', 'Bàn 1'], 'error: there is no commune 99999'],
    ['an empty name', ['--commune', '18073', '--name', '  '], 'error: the name is empty'],
    [
      'a name that fits no poster',
      ['--commune', '18073', '--name', 'à'.repeat(81)],
      'error: the name has 81 characters, at most 80 fit',
    ],
    [
      'a control character',
      ['--commune', '18073', '--name', 'Bàn\u00071'],
      'error: the name holds control or invisible characters',
    ],
    [
      'hours that can not be read',
      ['--commune', '18073', '--name', 'Bàn 1', '--hours', '7h-17h'],
      'error: hours "7h-17h" must be like "Mon-Sat 07:00-17:00" or "Mon-Fri 07:00-11:30, 13:30-17:00; Sat 07:00-11:30"',
    ],
    ['no name', ['--commune', '18073'], "error: required option '--name <name>' not specified"],
  ])('refuses %s in one line', async (_, args, line) => {
    expect(await admin(['desks', 'add', ...args])).toEqual({ code: 2, stdout: '', said: [line] });
  });
});

describe('desks list', () => {
  it('orders by province, commune and name, shows the five fields and no others, and can be narrowed', async () => {
    const work = await withUnits();
    const baDinh = { code: '00004', name: 'Ba Đình', kind: 'Phường', province: '01' } as const;
    const haNoi = { code: '01', name: 'Thành phố Hà Nội' };
    await work.units.put({ ...haNoi, communes: [baDinh] });
    const hours = parseOpeningHours('Mon-Fri 07:00-11:30, 13:30-17:00; Sat 07:00-11:30');
    await addDesk(work, { name: 'Bàn 10', commune: thanhSen, province });
    await addDesk(work, { name: 'Bàn 2', commune: thanhSen, province, hours });
    await addDesk(work, { name: 'Bàn 1', commune: camXuyen, province });
    await addDesk(work, { name: 'Bàn 3', commune: baDinh, province: haNoi });

    const all = z.array(DeskLine).parse(await json(['desks', 'list', '--json']));
    expect(all.map(({ commune, name }) => `${commune} ${name}`)).toEqual([
      '00004 Bàn 3',
      '18073 Bàn 2',
      '18073 Bàn 10',
      '18673 Bàn 1',
    ]);
    expect(all[1]).toMatchObject({ status: 'active', hours });
    expect(await json(['desks', 'list', '--json', '--province', '01'])).toEqual([all[0]]);
    expect(await json(['desks', 'list', '--json', '--commune', '18073'])).toEqual([all[1], all[2]]);

    const { stdout } = await admin(['desks', 'list', '--commune', '18673']);
    expect(stdout.split('\n')[1]).toMatch(/^\w{4} \w{4} {2}18673 {4}xã Cẩm Xuyên {2}Bàn 1 {2}active$/);
  });
});

describe('desks import', () => {
  it('adds the desks of a file once, however often it is run, and sets hours that changed', async () => {
    const { desks } = await withUnits();
    const path = await file('commune,name,hours\n18073,Bàn 1,Mon-Sat 07:00-17:00\n18652,Bàn 1,\n');
    const first = Imported.parse(await json(['desks', 'import', path]));
    expect(first).toMatchObject({ added: 2, updated: 0, unchanged: 0 });
    expect(first.desks.map(({ commune, hours }) => [commune, hours])).toEqual([
      ['18073', 'Mon-Sat 07:00-17:00'],
      ['18652', null],
    ]);
    expect(await json(['desks', 'import', path])).toEqual({ ...first, added: 0, unchanged: 2 });

    const changed = await file(
      '\uFEFFcommune,name,hours\r\n18073,Bàn 1,\r\n18652,"Bàn 1 ","Mon-Fri 07:00-11:30, 13:30-17:00"\r\n'.normalize(
        'NFD',
      ),
    );
    expect(await json(['desks', 'import', changed])).toMatchObject({ added: 0, updated: 2 });
    const stored = await desks.ofProvince('42');
    expect(stored.map(({ code, hours }) => [code, hours])).toEqual([
      [first.desks[0]?.code, undefined],
      [first.desks[1]?.code, 'Mon-Fri 07:00-11:30, 13:30-17:00'],
    ]);
  });

  it('names every bad row by its line and adds none of them', async () => {
    const { desks } = await withUnits();
    const path = await file(
      'commune,name,hours\n18073,Bàn 1,7h\n18073,,\n18652,Bàn 1,\n18652,Bàn 1,\n1,Bàn 1,\n',
    );
    expect(await admin(['desks', 'import', path])).toEqual({
      code: 2,
      stdout: '',
      said: [
        expect.stringContaining('line 2: hours "7h" must be like'),
        'line 3: the name is empty',
        'line 5: this desk stands on line 4 already',
        'line 6: commune "1" must have 5 digits, leading zeros included',
        `error: ${path}: 4 problems, nothing was imported`,
      ],
    });
    const unknown = await file('commune,name\n18073,Bàn 1\n99999,Bàn 1\n');
    expect((await admin(['desks', 'import', unknown])).said).toEqual([
      'line 3: there is no commune 99999',
      `error: ${unknown}: 1 problem, nothing was imported`,
    ]);
    expect(await desks.ofProvince('42')).toEqual([]);
  });

  it('leaves hours that a file without that column does not speak of, and leaves a retired desk retired', async () => {
    const work = await withUnits();
    const hours = parseOpeningHours('Sat 07:00-11:30');
    const open = await addDesk(work, { name: 'Bàn 1', commune: thanhSen, province, hours });
    const retired = await addDesk(work, { name: 'Bàn 1', commune: haHuyTap, province });
    await work.desks.change({ ...retired, status: 'retired', version: 2 });

    const path = await file('commune,name\n18073,Bàn 1\n18652,Bàn 1\n');
    const { unchanged, desks: lines } = Imported.parse(await json(['desks', 'import', path]));
    expect(unchanged).toBe(2);
    expect(lines.map(({ code, status, hours: kept }) => [code, status, kept])).toEqual([
      [open.code, 'active', hours],
      [retired.code, 'retired', null],
    ]);
  });
});

describe('desks retire', () => {
  it('retires a desk by its code as typed, as often as asked, and refuses codes that are none', async () => {
    const work = await withUnits();
    const { code } = await addDesk(work, { name: 'Bàn 1', commune: thanhSen, province });
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    const retired = await json(['desks', 'retire', typed]);
    expect(retired).toMatchObject({ code, status: 'retired' });
    expect(await json(['desks', 'retire', code])).toEqual(retired);
    expect(await work.desks.find(code)).toMatchObject({ status: 'retired' });

    expect(await admin(['desks', 'retire', 'AAAA'])).toMatchObject({
      code: 2,
      said: ['error: "AAAA" is no desk code'],
    });
    expect(await admin(['desks', 'retire', '00000000'])).toMatchObject({
      code: 2,
      said: ['error: there is no desk 00000000'],
    });
  });
});
