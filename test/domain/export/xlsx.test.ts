import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { audiences } from '../../../functions/domain/measure/audience.ts';
import type { ProvinceExport } from '../../../functions/domain/measure/shown-province.ts';
import { xlsxOf } from '../../../functions/export/xlsx.ts';
import { week } from '../measure/histories.ts';
import { type ReadCell, type ReadSheet, readWorkbook, recordsOf, unzip } from './read-workbook.ts';
import { collect, hostileNames, numbersOf, sampleExport, textsOf } from './sample-exports.ts';

const nameColumn = 'Xã, phường, đặc khu';

const sheetsOf = async (...provinces: ProvinceExport[]): Promise<ReadSheet[]> =>
  readWorkbook(await collect(xlsxOf(provinces)));

const measureSheet = async (...provinces: ProvinceExport[]): Promise<ReadSheet> => {
  const [sheet] = await sheetsOf(...provinces);
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

const read = (cell: ReadCell | null | undefined): string | number | null => cell?.value ?? null;

describe('XLSX', () => {
  it.each(audiences)('says the same to the %s as JSON, number by number', async (audience) => {
    const shown = sampleExport(audience);
    const records = recordsOf(await measureSheet(shown));
    expect(records).toHaveLength(shown.communes.length);
    for (const [index, row] of shown.communes.entries()) {
      const record = records[index] ?? {};
      const { [nameColumn]: name, 'Từ ngày – đến ngày': dates, ...rest } = record;
      expect(read(name)).toBe(row.name);
      expect(dates === null).toBe(row.from === null);
      expect(Object.fromEntries(Object.entries(rest).map(([k, cell]) => [k, read(cell)]))).toEqual({
        ...textsOf(row, shown),
        ...numbersOf(row, shown),
      });
    }
  });

  it('shows shares as percent, gaps with their sign, and codes and weeks as text', async () => {
    const record = recordsOf(await measureSheet(sampleExport('province', { province: '01' }))).at(-1) ?? {};
    const formats = Object.fromEntries(Object.entries(record).map(([k, cell]) => [k, cell?.format]));
    expect(formats).toMatchObject({
      'Tỷ lệ hài lòng': '0.0%',
      'Tỷ lệ hài lòng: ít nhất': '0.0%',
      'Tỷ lệ trả lời': '0.0%',
      'Mức chung của tỉnh': '0.0%',
      'Thái độ: tỷ lệ hài lòng': '0.0%',
      'Chênh so với mức chung (điểm phần trăm)': '+0.0%;-0.0%;0.0%',
      'Điểm trung bình': '0.0',
      'Số lượt đánh giá': '3',
      // 3 is built in: #,##0. 49 is text.
      'Mã xã': '49',
      'Từ tuần': '49',
    });
    expect(record['Mã tỉnh']?.value).toBe('01');
    expect(record['Từ tuần']?.value).toMatch(/^2026-W\d\d$/);
  });

  it('keeps the header and the names in sight, in columns that are wide enough', async () => {
    const { name, frozen, widths, rows } = await measureSheet(sampleExport('province'));
    expect({ name, frozen }).toEqual({ name: 'Số liệu', frozen: 'C2' });
    expect(widths).toHaveLength(rows[0]?.size ?? 0);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(9);
    expect([...(rows[0]?.values() ?? [])].slice(0, 2).map(({ value }) => value)).toEqual([
      'Mã xã',
      nameColumn,
    ]);
  });

  it('leaves what may not be shown without a cell', async () => {
    const { rows } = await measureSheet(sampleExport('public'));
    // Of the commune without answers: its code, its name, its province, its tier and the window asked for.
    expect([...(rows[1]?.values() ?? [])].map(({ value }) => value)).toEqual([
      '18000',
      'Xã 18000',
      '42',
      'chưa đủ dữ liệu',
      13,
    ]);
  });

  it('keeps every name as it is, and knows no formula', async () => {
    const sheet = await measureSheet(sampleExport('province', { names: hostileNames }));
    expect(recordsOf(sheet).map((record) => read(record[nameColumn]))).toEqual(hostileNames);
    expect(sheet.document.getElementsByTagName('f')).toHaveLength(0);
  });

  it('keeps a character that XML can not hold readable for others', async () => {
    const names = ['a\u0001b', 'a\r\nb', 'a\uffffb'];
    const records = recordsOf(await measureSheet(sampleExport('province', { names })));
    expect(records.slice(0, 3).map((record) => read(record[nameColumn]))).toEqual(names);
  });

  it('explains every column, the thresholds and what an empty cell means', async () => {
    const [measures, explanation] = await sheetsOf(sampleExport('province'));
    expect(explanation?.name).toBe('Giải thích');
    const entries = new Map(
      explanation?.rows.map((row) => [row.get('A')?.value, row.get('B')?.value] as const),
    );
    const labels = [...(measures?.rows[0]?.values() ?? [])].map(({ value }) => String(value));
    const explained = labels.map((label) =>
      entries.has(label) ? label : label.replace(/: (số lượt|tỷ lệ|ít nhất|nhiều nhất).*$/, ''),
    );
    expect(explained.filter((label) => !entries.get(label))).toEqual([]);
    expect(entries.get('Ô trống')).toContain('Chưa đủ dữ liệu');
    for (const threshold of ['Dưới 10 lượt', 'Từ 10 đến 29 lượt', 'Từ 30 lượt']) {
      expect(entries.get(threshold)).toEqual(expect.any(String));
    }
    expect(entries.get('Thái độ')).toBe('Cán bộ, chiến sĩ lịch sự, tôn trọng người dân');
  });

  it('says of which province, week and window it is and for whom, where that is told', async () => {
    const about = {
      province: { name: 'Tỉnh Hà Tĩnh' },
      at: week(13),
      window: 13,
      audience: 'province',
    } as const;
    const [, explanation] = readWorkbook(await collect(xlsxOf([sampleExport('province')], about)));
    const entries = new Map(explanation?.rows.map((row) => [row.get('A')?.value, row.get('B')?.value]));
    expect(entries.get('Tỉnh, thành phố')).toBe('Tỉnh Hà Tĩnh');
    expect(entries.get('Tuần đã chọn')).toBe('2026-W15 (06/04/2026 – 12/04/2026)');
    expect(entries.get('Độ dài đã chọn')).toBe('13 tuần');
    expect(entries.get('Dành cho')).toBe('tỉnh, thành phố');
  });

  it('is the same file whenever the numbers are the same', async () => {
    const shown = sampleExport('province');
    expect(await collect(xlsxOf([shown]))).toEqual(await collect(xlsxOf([shown])));
  });

  it('goes out in small pieces while provinces are still being asked for', async () => {
    const shown = sampleExport('operator');
    const provinceCount = 100;
    let asked = 0;
    const provinces = function* () {
      for (; asked < provinceCount; asked += 1) yield shown;
    };
    const chunks: Uint8Array[] = [];
    const sentAt: number[] = [];
    for await (const chunk of xlsxOf(provinces())) {
      chunks.push(chunk);
      sentAt.push(asked);
    }
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(100_000);
    expect(new Set(sentAt.filter((count) => count > 0 && count < provinceCount)).size).toBeGreaterThan(10);
    const sheet = unzip(Buffer.concat(chunks)).get('xl/worksheets/sheet1.xml')?.toString();
    expect(sheet?.match(/<row /g)).toHaveLength(1 + provinceCount * shown.communes.length);
  });
});
