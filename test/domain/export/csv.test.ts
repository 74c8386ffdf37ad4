import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { audiences } from '../../../functions/domain/measure/audience.ts';
import type { ProvinceExport } from '../../../functions/domain/measure/shown-province.ts';
import { csvOf } from '../../../functions/export/csv.ts';
import { collect, hostileNames, numbersOf, sampleExport, textsOf } from './sample-exports.ts';

const Records = z.array(z.record(z.string(), z.string()));

const textOf = async (...provinces: ProvinceExport[]): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await collect(csvOf(provinces)));

const read = async (...provinces: ProvinceExport[]) =>
  Records.parse(parse(await textOf(...provinces), { bom: true, columns: true, record_delimiter: '\r\n' }));

/** What stands in a CSV cell for a value of the JSON. */
const written = (value: string | number | null): string => (value === null ? '' : String(value));

describe('CSV', () => {
  it.each(audiences)('says the same to the %s as JSON, and nothing more', async (audience) => {
    const shown = sampleExport(audience);
    const records = await read(shown);
    expect(records).toHaveLength(shown.communes.length);
    for (const [index, row] of shown.communes.entries()) {
      const { 'Xã, phường, đặc khu': name, 'Từ ngày – đến ngày': dates, ...rest } = records[index] ?? {};
      const expected = { ...textsOf(row, shown), ...numbersOf(row, shown) };
      expect(name).toBe(row.name);
      expect(dates === '').toBe(row.from === null);
      expect(rest).toEqual(Object.fromEntries(Object.entries(expected).map(([k, v]) => [k, written(v)])));
    }
  });

  it('keeps numbers to the last digit, with a decimal point', async () => {
    const shown = sampleExport('operator');
    const rates = (await read(shown)).map((record) => Number(record['Tỷ lệ hài lòng: ít nhất']));
    expect(rates.slice(1)).toEqual(shown.communes.slice(1).map(({ low }) => low));
    expect(rates.some((rate) => String(rate).length > 10)).toBe(true);
  });

  it('begins with a byte order mark and ends every line with CR LF', async () => {
    const text = await textOf(sampleExport('province'));
    expect(text.startsWith('\ufeffMã xã,"Xã, phường, đặc khu",Mã tỉnh,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(14);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('leaves what may not be shown empty', async () => {
    const [nobody] = await read(sampleExport('province'));
    expect(nobody).toMatchObject({ 'Số lượt đánh giá': '', 'Tỷ lệ hài lòng': '', 'So với mức chung': '' });
    expect(nobody?.['Mức công bố']).toBe('chưa đủ dữ liệu');
  });

  it('takes the sting out of names that look like formulas, and changes no others', async () => {
    const records = await read(sampleExport('province', { names: hostileNames }));
    const names = records.map((record) => record['Xã, phường, đặc khu']);
    expect(names).toEqual(hostileNames.map((name) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name)));
  });

  it('takes a gap below zero for the number that it is', async () => {
    const shown = sampleExport('province');
    const gaps = shown.communes.flatMap(({ gap }) => (gap !== null && gap < 0 ? [gap] : []));
    const cells = (await read(shown)).map(
      (record) => record['Chênh so với mức chung (điểm phần trăm)'] ?? '',
    );
    expect(gaps.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => cell.startsWith('-'))).toEqual(gaps.map(String));
  });

  it('marks response rates under 10 % and over 100 %', async () => {
    const records = await read(sampleExport('operator'));
    const marks = records.map((record) => record['Lưu ý về tỷ lệ trả lời']);
    // The second commune has 3 answers of 60 visits a week, the eleventh 30 of 20.
    expect([marks[1], marks[5], marks[10]]).toEqual(['dưới 10 %', '', 'trên 100 %']);
  });

  it('writes each province before it asks for the next', async () => {
    const asked: string[] = [];
    const provinces = function* () {
      for (const province of ['01', '42', '46']) {
        asked.push(province);
        yield sampleExport('public', { province });
      }
    };
    const rows = csvOf(provinces());
    await rows.next();
    expect(asked).toEqual([]);
    await rows.next();
    expect(asked).toEqual(['01']);
    await rows.return(undefined);

    const records = await read(...provinces());
    expect([...new Set(records.map((record) => record['Mã tỉnh']))]).toEqual(['01', '42', '46']);
    expect(records).toHaveLength(36);
  });
});
