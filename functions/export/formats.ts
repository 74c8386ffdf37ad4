import type { ProvinceExport } from '../domain/measure/shown-province.ts';

export const exportFormats = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const contentTypes: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A province's numbers as a file. Only the format that is asked for is loaded. */
export async function* fileOf(format: ExportFormat, shown: ProvinceExport): AsyncGenerator<Uint8Array> {
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
      yield* xlsxOf([shown]);
      return;
    }
  }
}
