import type { Cell } from './columns.ts';
import { type Style, styleIndex } from './styles.ts';

/** A cell and how it looks. */
export interface StyledCell {
  value: Cell;
  style: Style;
}

/** A row of a sheet, and its height in points where the text would not show otherwise. */
export interface SheetRow {
  cells: readonly StyledCell[];
  height?: number;
}

/** A sheet of a workbook. */
export interface Sheet {
  name: string;
  /** Widths of its columns, in characters. */
  widths: readonly number[];
  /** How many rows at the top and columns at the left stay in sight. */
  frozen?: { rows: number; columns: number };
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
}

/** 'A', 'Z', 'AA', … */
const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 can't hold, and the carriage return, which it would change on reading. */
const unwritable = /[^\t\n\u0020-\ufffd]/g;

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text of a cell (ST_Xstring, ECMA-376 part 1, 22.9.2.19): '_x0041_' written out would be read as 'A'. */
export const xmlText = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, escaped)
    .replaceAll(unwritable, escaped)
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

const cellXml = ({ value, style }: StyledCell, place: string): string => {
  const start = `<c r="${place}" s="${styleIndex(style)}"`;
  if (value === null) return '';
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  // Text beside its cell: a table of shared texts would have to be held until the end.
  return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
};

const rowXml = ({ cells, height }: SheetRow, number: number): string => {
  const heightXml = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const inside = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`)).join('');
  return `<row r="${number}"${heightXml}>${inside}</row>`;
};

const paneXml = ({ rows, columns }: NonNullable<Sheet['frozen']>): string =>
  `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${columnName(columns)}${rows + 1}" activePane="bottomRight" state="frozen"/>`;

const headXml = ({ widths, frozen }: Sheet): string => {
  const sizes = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView workbookViewId="0">${frozen ? paneXml(frozen) : ''}</sheetView></sheetViews>`,
    `<cols>${sizes.join('')}</cols><sheetData>`,
  ].join('');
};

/** Codes with leading zeros are text on purpose: Excel need not mark them as numbers that went wrong. */
const footXml = (sheet: Sheet): string =>
  `</sheetData><ignoredErrors><ignoredError sqref="A1:${columnName(sheet.widths.length - 1)}1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>`;

/** A sheet as SpreadsheetML (ECMA-376), row by row. */
export async function* worksheetXml(sheet: Sheet): AsyncGenerator<string> {
  yield headXml(sheet);
  let number = 0;
  for await (const row of sheet.rows) {
    number += 1;
    yield rowXml(row, number);
  }
  yield footXml(sheet);
}
