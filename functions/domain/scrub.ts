/**
 * Removes what could name a person from a comment before it is stored: e-mail addresses, links, phone numbers,
 * ID and card numbers, number plates. Amounts of money and dates stay: they are what people write about.
 */

/** Digits with at most one separator between them. */
const digits = (count: string): string => String.raw`\d(?:[ .\-]?\d){${count}}`;

/** Not part of a longer number. */
const alone = (pattern: string): string => String.raw`(?<![\d])(?<!\d[.,\-])${pattern}(?![.,\-]?\d)`;

const money = String.raw`(?!\s*(?:đồng|đ\b|vnđ|vnd|nghìn|ngàn|triệu|tỷ|tỉ|k\b))`;

const rules: readonly (readonly [pattern: RegExp, label: string])[] = [
  [/[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu, '[email]'],
  [/(?:https?:\/\/|www\.)\S+/giu, '[liên kết]'],
  [
    /(?<![\p{L}\d])(?:[\p{L}\d-]+\.)+(?:com|vn|net|org|info|me|io|gl|ly|page|link|top|xyz|site|online|shop)(?![\p{L}])(?:\/\S*)?/giu,
    '[liên kết]',
  ],
  // Vehicle plates: province 11–99, series, then four or five digits: 38A-123.45, 38-B1 234.56, 38AA 12345.
  [
    /(?<![\p{L}\d])[1-9]\d[ .-]?[A-Z](?:[A-Z\d])?[ .-]{0,3}(?:\d{3}[ .-]?\d{2}|\d{4})(?![\p{L}\d])/giu,
    '[biển số]',
  ],
  // Phone numbers: +84, 84 or 0, then nine digits (mobile and landline).
  [
    new RegExp(
      String.raw`(?<![\d+])(?:\(?\+?84\)?[ .\-]?(?:\(0\))?|\(?0)${digits('8')}(?:\))?(?![.,\-]?\d)`,
      'gu',
    ),
    '[số điện thoại]',
  ],
  [
    new RegExp(String.raw`(?<!\d)\(?0\d{1,3}\)?[ .\-]?${digits('6,7')}(?![.,\-]?\d)${money}`, 'giu'),
    '[số điện thoại]',
  ],
  // Bank cards and accounts, citizen ID (12) and old ID (9) numbers.
  [new RegExp(`${alone(digits('12,18'))}${money}`, 'giu'), '[số thẻ]'],
  [new RegExp(`${alone(digits('11'))}${money}`, 'giu'), '[số giấy tờ]'],
  [new RegExp(`${alone(digits('8'))}${money}`, 'giu'), '[số giấy tờ]'],
];

/** The comment with every identifier replaced by a label of its kind. */
export const scrub = (comment: string): string =>
  rules.reduce((text, [pattern, label]) => text.replaceAll(pattern, label), comment.normalize('NFC'));
