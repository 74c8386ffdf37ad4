import type { Kind } from './columns.ts';

/** How a cell looks: as its kind says, or as a part of the table. */
export type Style = Kind | 'header' | 'title' | 'heading' | 'prose';

interface Format {
  numberFormat: number;
  font?: number;
  fill?: number;
  isWrapped?: boolean;
}

/** 3 (with points for thousands) and 49 (text) are built in; our own begin at 164. Excel writes the comma itself where the machine is Vietnamese. */
const numberFormats = new Map([
  [164, '0.0%'],
  [165, '+0.0%;-0.0%;0.0%'],
  [166, '0.0'],
]);

/** The order is that of the style sheet; the first one is what cells without a style get. */
const formats = new Map<Style, Format>([
  ['count', { numberFormat: 3 }],
  ['share', { numberFormat: 164 }],
  ['points', { numberFormat: 165 }],
  ['score', { numberFormat: 166 }],
  ['text', { numberFormat: 49 }],
  ['header', { numberFormat: 49, font: 1, fill: 2, isWrapped: true }],
  ['title', { numberFormat: 49, font: 2 }],
  ['heading', { numberFormat: 49, font: 1, fill: 2 }],
  ['prose', { numberFormat: 49, isWrapped: true }],
]);

const order = [...formats.keys()];
export const styleIndex = (style: Style): number => order.indexOf(style);

const formatXml = ({ numberFormat, font = 0, fill = 0, isWrapped = false }: Format): string =>
  `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${isWrapped ? ' wrapText="1"' : ''}/></xf>`;

/** SpreadsheetML wants two fills before the first of one's own: none and gray. */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="${numberFormats.size}">`,
  ...[...numberFormats].map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
  '</numFmts>',
  '<fonts count="3">',
  '<font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="14"/><name val="Calibri"/></font>',
  '</fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${formats.size}">`,
  ...[...formats.values()].map(formatXml),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
