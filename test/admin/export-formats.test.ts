import type { Buffer } from 'node:buffer';
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { readWorkbook, recordsOf } from '../domain/export/read-workbook.ts';
import { camXuyen, haTinh, thanhSen } from './ha-tinh.ts';
import { rate, times } from './responses.ts';
import { workplace } from './workplace.ts';

const { admin, json, file, stores } = workplace();

const desk = newDeskCode(new Uint8Array(7));
const ended = lastEndedWeek(new Date());
const asked = ['export', '--province', '42', '--week', ended];
let dataDir = '';

/** Thành Sen has 40 answers, Cẩm Xuyên too few to tell. A name as somebody might send it in a file of units. */
beforeEach(async () => {
  dataDir = dirname(await file(''));
  const { units, responses, tallies } = await stores();
  const province = { ...haTinh, communes: [thanhSen, { ...camXuyen, name: '=Cẩm "Xuyên"' }] };
  await units.put(province);
  const ratings = [...times(30, 5), ...times(8, 4), ...times(2, 1)];
  await rate(responses, { commune: thanhSen.code, week: ended, desk }, ratings, {
    criteria: { attitude: 5, waiting: 3 },
  });
  await rate(responses, { commune: camXuyen.code, week: ended, desk }, [5, 1]);
  await aggregateProvince({ responses, tallies }, province, { weeks: [ended], now: new Date() });
});

const Exported = z.object({ communes: z.array(z.record(z.string(), z.unknown())) });
const Records = z.array(z.record(z.string(), z.string()));

/** Standard output as bytes, which the other commands never need. */
const bytesOf = async (...options: string[]): Promise<Buffer> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'infra/admin/main.ts', ...asked, ...options],
    { encoding: 'buffer', env: { ...process.env, DATA_DIR: dataDir } },
  );
  return stdout;
};

describe('export', () => {
  it('writes the same numbers as CSV and as a workbook, alone on standard output', async () => {
    const { communes } = Exported.parse(await json(asked));
    const csv = Records.parse(
      parse(await bytesOf('--format', 'csv'), { bom: true, columns: true, record_delimiter: '\r\n' }),
    );
    const [measures] = readWorkbook(await bytesOf('--format', 'xlsx'));
    const sheet = measures ? recordsOf(measures) : [];

    const [shown, hidden] = communes;
    expect(shown).toMatchObject({ rated: 40, satisfied: 38, satisfactionRate: 0.95 });
    for (const [label, field] of [
      ['Số lượt đánh giá', 'rated'],
      ['Tỷ lệ hài lòng', 'satisfactionRate'],
      ['Tỷ lệ hài lòng: ít nhất', 'low'],
      ['Điểm trung bình', 'meanScore'],
    ] as const) {
      expect(Number(csv[0]?.[label])).toBe(shown?.[field]);
      expect(sheet[0]?.[label]?.value).toBe(shown?.[field]);
      expect(hidden?.[field]).toBeNull();
      expect(csv[1]?.[label]).toBe('');
      expect(sheet[1]?.[label]).toBeNull();
    }
    expect(csv[0]?.['Thời gian chờ: số lượt đánh giá']).toBe('40');
    expect(csv[1]?.['Xã, phường, đặc khu']).toBe(`'=Cẩm "Xuyên"`);
    expect(sheet[1]?.['Xã, phường, đặc khu']?.value).toBe('=Cẩm "Xuyên"');
  });

  it('writes to a file when one is named, and nothing to standard output', async () => {
    const output = join(dataDir, 'hà tĩnh.xlsx');
    const { code, stdout, said } = await admin([...asked, '--format', 'xlsx', '--output', output]);
    expect({ code, stdout, said }).toEqual({ code: 0, stdout: '', said: [`${output} is written`] });
    const [measures, explanation] = readWorkbook(await readFile(output));
    expect(measures?.rows).toHaveLength(3);
    expect(explanation?.name).toBe('Giải thích');
  });

  it('refuses a file that can not be written in one line', async () => {
    const output = join(dataDir, 'missing', 'a.csv');
    const { code, said } = await admin([...asked, '--format', 'csv', '--output', output]);
    expect({ code, said }).toEqual({ code: 2, said: [expect.stringContaining("can't write the file")] });
  });

  it('touches no file when it refuses what was asked', async () => {
    const output = join(dataDir, 'a.csv');
    const { code } = await admin([...asked, '--format', 'csv', '--output', output, '--commune', '99999']);
    expect(code).toBe(2);
    await expect(stat(output)).rejects.toThrow('ENOENT');
  });
});
