import type { ProvinceExport } from '../domain/measure/shown-province.ts';
import type { ExportAbout } from './explanation.ts';

export const exportFormats = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const contentTypes: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A province's numbers as a file; a workbook says what it is `about`. Only the format that is asked for is loaded. */
export async function* fileOf(
  format: ExportFormat,
  shown: ProvinceExport,
  about?: ExportAbout,
): AsyncGenerator<Uint8Array> {
  switch (format) {
    case 'json':
      yield new TextEncoder().encode(`${JSON.stringify(shown)}\n`);
      return;
    case 'csv': {
      const { csvOf } = await import('./csv.ts');
      yield* csvOf([shown]);
      return;
    }
    case 'xlsx': {
      const { xlsxOf } = await import('./xlsx.ts');
      yield* xlsxOf([shown], about);
      return;
    }
  }
}
