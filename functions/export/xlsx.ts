import type { ProvinceExport } from '../domain/measure/shown-province.ts';
import { type Column, cellsOf, columns, unitColumnCount } from './columns.ts';
import { type ExportAbout, explanationSheet } from './explanation.ts';
import { labels } from './labels.ts';
import { workbook } from './workbook.ts';
import type { SheetRow } from './worksheet.ts';

/** In points: four lines, what the longest label needs. */
const headerHeight = 62;

const styleOf = (column: Column | undefined): Column['kind'] => column?.kind ?? 'text';

async function* rowsOf(
  provinces: Iterable<ProvinceExport> | AsyncIterable<ProvinceExport>,
): AsyncGenerator<SheetRow> {
  yield { cells: columns.map(({ label }) => ({ value: label, style: 'header' })), height: headerHeight };
  for await (const province of provinces) {
    for (const row of province.communes) {
      yield {
        cells: cellsOf(row, province).map((value, index) => ({ value, style: styleOf(columns[index]) })),
      };
    }
  }
}

/**
 * A workbook with one row for each commune and a second sheet that explains it. Numbers are numbers, codes and weeks
 * are text, what may not be shown is empty. Rows go out province by province.
 */
export const xlsxOf = (
  provinces: Iterable<ProvinceExport> | AsyncIterable<ProvinceExport>,
  about?: ExportAbout,
): AsyncGenerator<Uint8Array> =>
  workbook([
    {
      name: labels.measureSheet,
      widths: columns.map(({ width }) => width),
      frozen: { rows: 1, columns: unitColumnCount },
      rows: rowsOf(provinces),
    },
    explanationSheet(about),
  ]);
