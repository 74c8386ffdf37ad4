import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRows } from '../../infra/admin/csv-rows.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-csv-'));
});

afterEach(() => rm(folder, { recursive: true }));

const rowsOf = async (content: string | Uint8Array) => {
  const path = join(folder, 'desks.csv');
  await writeFile(path, content);
  const { rows, problems } = await readRows(path, { required: ['commune', 'name'], optional: ['hours'] });
  return {
    rows: rows.map(({ line, cell }) => [line, cell('commune'), cell('name'), cell('hours')]),
    problems,
  };
};

describe('a CSV file', () => {
  it('is read with its columns in any order, and without those that may be missing', async () => {
    expect((await rowsOf('name,commune\nBàn 1,18073\n')).rows).toEqual([[2, '18073', 'Bàn 1', '']]);
  });

  it('counts lines as an editor does, over empty rows and over cells of several lines', async () => {
    const { rows } = await rowsOf('commune,name\r\n\r\n18073,"Bàn\r\n1"\r\n,\r\n18074,Bàn 2');
    expect(rows.map(([line]) => line)).toEqual([3, 6]);
  });

  it('tells rows that are too long or too short', async () => {
    const { problems } = await rowsOf('commune,name\n18073\n18073,Bàn 1,Mon 07:00-11:00, 13:00-17:00\n');
    expect(problems).toEqual([
      { line: 2, text: '1 cells instead of 2; a cell with a comma needs quotes' },
      { line: 3, text: '4 cells instead of 2; a cell with a comma needs quotes' },
    ]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['is empty', '', 'line 1: the header must be commune,name,[hours], separated by commas'],
    ['has no rows', 'commune,name\n', 'has no rows below its header'],
    ['lacks a column', 'commune,hours\n18073,\n', 'line 1: the header must be'],
    ['has a column twice', 'commune,name,name\n18073,a,b\n', 'line 1: the header must be'],
    ['misspells a column', 'commune,name,hour\n18073,a,\n', 'line 1: the header must be'],
    ['is separated by semicolons', 'commune;name\n18073;a\n', 'separated by commas'],
    ['is not UTF-8', Buffer.from('commune,name\n18073,Bàn', 'utf16le'), 'is not UTF-8 text'],
    ['leaves a quote open', 'commune,name\n18073,"Bàn 1\n', 'is not well-formed CSV: Quote Not Closed'],
  ])('is refused when it %s', async (_, content, reason) => {
    await expect(rowsOf(content)).rejects.toThrow(reason);
  });
});
