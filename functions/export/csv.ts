import type { Options } from 'csv-stringify/sync';
import type { ProvinceExport } from '../domain/measure/shown-province.ts';
import { cellsOf, columns } from './columns.ts';

const encoder = new TextEncoder();

/**
 * RFC 4180. A byte order mark, because Excel takes text without one for an old code page. Names come from files that
 * others made: one that begins like a formula gets an apostrophe (OWASP, CSV injection), numbers stay what they are.
 */
const dialect: Options = { record_delimiter: 'windows', escape_formulas: true };

/**
 * One row for each commune, in UTF-8. Numbers have a decimal point, as programs read them, shares are fractions 0…1,
 * and what may not be shown is empty. Rows go out province by province.
 */
export async function* csvOf(
  provinces: Iterable<ProvinceExport> | AsyncIterable<ProvinceExport>,
): AsyncGenerator<Uint8Array> {
  const { stringify } = await import('csv-stringify/sync');
  yield encoder.encode(stringify([columns.map(({ label }) => label)], { ...dialect, bom: true }));
  for await (const province of provinces) {
    const rows = province.communes.map((row) => cellsOf(row, province));
    yield encoder.encode(stringify(rows, dialect));
  }
}
