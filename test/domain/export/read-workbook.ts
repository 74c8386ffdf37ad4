import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

const centralEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;

/** Files of a ZIP archive by its directory at the end (PKWARE APPNOTE), each checked against its CRC. */
export const unzip = (archive: Uint8Array): Map<string, Buffer> => {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== endOfDirectory) throw new Error('no end of the directory');
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== centralEntry) throw new Error('no entry of the directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20)));
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
    files.set(name, content);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
};

/** What a reader sees in a cell. */
export interface ReadCell {
  value: string | number;
  /** The number format, as it is spelled in the style sheet or numbered by the standard. */
  format: string;
}

export interface ReadSheet {
  name: string;
  frozen: string | null;
  widths: number[];
  /** Rows of cells under their column's letters. */
  rows: Map<string, ReadCell>[];
  document: Document;
}

const parse = (files: ReadonlyMap<string, Buffer>, path: string): Document => {
  const file = files.get(path);
  if (!file) throw new Error(`there is no ${path}`);
  const onError = (level: string, message: string): never => {
    throw new Error(`${path}: ${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(file.toString('utf8'), 'text/xml');
};

const all = (parent: Document | Element, name: string): Element[] =>
  Array.from(parent.getElementsByTagName(name));

const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? '';

/** ST_Xstring: '_x0009_' is a tab. */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const formatsOf = (styles: Document): string[] => {
  const own = new Map(all(styles, 'numFmt').map((each) => [attribute(each, 'numFmtId'), each]));
  const [cellFormats] = all(styles, 'cellXfs');
  if (!cellFormats) throw new Error('no formats of cells');
  return all(cellFormats, 'xf').map((each) => {
    const id = attribute(each, 'numFmtId');
    return own.get(id)?.getAttribute('formatCode') ?? id;
  });
};

const cellOf = (cell: Element, formats: readonly string[]): ReadCell => {
  const format = formats[Number(attribute(cell, 's'))] ?? '';
  const text = cell.textContent ?? '';
  return attribute(cell, 't') === 'inlineStr'
    ? { value: unescaped(text), format }
    : { value: Number(text), format };
};

/** A workbook, read the way that the standard says, through its relationships. */
export const readWorkbook = (archive: Uint8Array): ReadSheet[] => {
  const files = unzip(archive);
  const formats = formatsOf(parse(files, 'xl/styles.xml'));
  const targets = new Map(
    all(parse(files, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((each) => [
      attribute(each, 'Id'),
      attribute(each, 'Target'),
    ]),
  );
  return all(parse(files, 'xl/workbook.xml'), 'sheet').map((sheet) => {
    const document = parse(files, `xl/${targets.get(attribute(sheet, 'r:id'))}`);
    const [pane] = all(document, 'pane');
    return {
      name: attribute(sheet, 'name'),
      frozen: attribute(pane, 'state') === 'frozen' ? attribute(pane, 'topLeftCell') : null,
      widths: all(document, 'col').map((each) => Number(attribute(each, 'width'))),
      rows: all(document, 'row').map(
        (row) =>
          new Map(
            all(row, 'c').map((cell) => [
              attribute(cell, 'r').replace(attribute(row, 'r'), ''),
              cellOf(cell, formats),
            ]),
          ),
      ),
      document,
    };
  });
};

/** The rows below the header as objects; a cell that is not there is null. */
export const recordsOf = ({ rows: [header, ...rows] }: ReadSheet): Record<string, ReadCell | null>[] =>
  rows.map((row) =>
    Object.fromEntries([...(header ?? [])].map(([column, { value }]) => [value, row.get(column) ?? null])),
  );
