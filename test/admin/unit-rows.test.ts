import { describe, expect, it } from 'vitest';
import type { Row } from '../../infra/admin/csv-rows.ts';
import { unitsOf } from '../../infra/admin/unit-rows.ts';

const good = {
  province_code: '42',
  province_name: 'Tỉnh Hà Tĩnh',
  commune_code: '18073',
  commune_name: 'Thành Sen',
  kind: 'Phường',
};

const rowsOf = (...rows: Partial<typeof good>[]): Row[] =>
  rows.map((row, index) => {
    const cells = new Map(Object.entries({ ...good, ...row }));
    return { line: index + 2, cell: (column) => cells.get(column) ?? '' };
  });

const said = (...rows: Partial<typeof good>[]): string[] =>
  unitsOf(rowsOf(...rows)).problems.map(({ line, text }) => `${line} ${text}`);

describe('a row of a file of units', () => {
  it('is taken when everything about it is right', () => {
    expect(unitsOf(rowsOf(good)).problems).toEqual([]);
  });

  it.each<[string, Partial<typeof good>, string]>([
    ['a province code that lost its zero', { province_code: '1' }, '2 province_code "1" must have 2 digits'],
    ['a commune code of letters', { commune_code: '1807x' }, '2 commune_code "1807x" must have 5 digits'],
    [
      'a commune code in other digits',
      { commune_code: '١٨٠٧٣' },
      '2 commune_code "١٨٠٧٣" must have 5 digits',
    ],
    ['no commune name', { commune_name: '' }, '2 commune_name: the name is empty'],
    ['no province name', { province_name: '' }, '2 province_name: the name is empty'],
    ['an invisible character', { commune_name: 'Thành\u200bSen' }, '2 commune_name: the name holds control'],
    ['a NUL byte', { commune_name: 'Thành\0Sen' }, '2 commune_name: the name holds control'],
    ['a name that fits no poster', { commune_name: 'a'.repeat(81) }, '2 commune_name: the name has 81 char'],
    ['a kind that was abolished', { kind: 'Thị trấn' }, '2 kind "Thị trấn" must be one of Phường, Xã, Đặc'],
  ])('is a problem with %s', (_, cells, problem) => {
    expect(said(cells)).toEqual([expect.stringContaining(problem)]);
  });

  it('is a problem when its commune stands in the file already', () => {
    expect(said(good, good)).toEqual(['3 commune_code 18073 stands on line 2 already']);
  });

  it('is a problem when it calls its province otherwise', () => {
    expect(said(good, { commune_code: '18100', province_name: 'Hà Tĩnh' })).toEqual([
      '3 province 42 is "Hà Tĩnh" here and "Tỉnh Hà Tĩnh" on line 2',
    ]);
  });
});
