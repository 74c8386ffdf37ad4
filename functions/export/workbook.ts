import { stylesXml } from './styles.ts';
import { type Sheet, worksheetXml, xmlText } from './worksheet.ts';
import { type ArchivedFile, zipped } from './zip.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  [
    `${declaration}<Relationships xmlns="${packages}/relationships">`,
    ...targets.map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('');

const pathOf = (index: number): string => `worksheets/sheet${index + 1}.xml`;

const workbookXml = (sheets: readonly Sheet[]): string =>
  [
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>`,
    ...sheets.map(
      ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    '</sheets></workbook>',
  ].join('');

const contentTypes = (sheets: readonly Sheet[]): string =>
  [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>`,
    ...sheets.map(
      (_, index) => `<Override PartName="/xl/${pathOf(index)}" ContentType="${contentType}.worksheet+xml"/>`,
    ),
    '</Types>',
  ].join('');

const filesOf = (sheets: readonly Sheet[]): ArchivedFile[] => [
  { path: '[Content_Types].xml', pieces: [contentTypes(sheets)] },
  { path: '_rels/.rels', pieces: [relationships([['officeDocument', 'xl/workbook.xml']])] },
  { path: 'xl/workbook.xml', pieces: [workbookXml(sheets)] },
  {
    path: 'xl/_rels/workbook.xml.rels',
    pieces: [
      relationships([
        ...sheets.map((_, index) => ['worksheet', pathOf(index)] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
  },
  { path: 'xl/styles.xml', pieces: [stylesXml] },
  ...sheets.map((sheet, index) => ({ path: `xl/${pathOf(index)}`, pieces: worksheetXml(sheet) })),
];

/**
 * A workbook (Office Open XML, ECMA-376) that goes out row by row. Libraries that write two sheets with frozen panes
 * hold the whole workbook, or are no longer looked after; the few parts that we need are written here.
 */
export const workbook = (sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> => zipped(filesOf(sheets));
