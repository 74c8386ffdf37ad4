/**
 * Removes what could name a person from a comment before it is stored. Amounts of money, dates and references to
 * laws stay: they are what people write about. Every quantifier below is bounded, so that no text, however hostile,
 * takes more than a fixed number of steps per character.
 */
interface Rule {
  pattern: RegExp;
  /** What stands in place of an identifier; without a label, the number stays and later rules don't see it. */
  label?: string;
}

const phone = '[số điện thoại]';
const paper = '[số giấy tờ]';
const plate = '[biển số]';
const email = '[email]';
const link = '[liên kết]';
const card = '[số thẻ]';
const account = '[số tài khoản]';
const dossier = '[số hồ sơ]';

const rule = (source: string, label?: string, flags = 'giu'): Rule => ({
  pattern: new RegExp(source, flags),
  ...(label ? { label } : {}),
});
const anyOf = (...sources: string[]): string => `(?:${sources.join('|')})`;
const raw = String.raw;

const dash = raw`\-\u2010-\u2015\u2212`;
/** Between the groups of one number. */
const separator = raw`[\s.${dash}]{1,3}`;
/** Between the digits of a phone number. Slash and comma only between long groups: 5/11/2026 is a date. */
const gap = raw`(?:[\s.*_()${dash}]{0,3}|(?<=\d{3})[/,](?=\d{3}))`;
const digits = (from: number, to = from): string => raw`(?:${gap}[\do]){${from},${to}}`;
/** Brackets around the first digits, as in (024) 3825 1234. */
const opening = raw`(?:\((?=\+?\d{1,4}\)))?`;
const groups = (...sizes: number[]): string => sizes.map((size) => raw`\d{${size}}`).join(separator);
const alone = (source: string): string => raw`(?<!\d)${source}(?!\d)`;
/** A number that the words before it name: 'STK ngân hàng: …'. */
const named = (names: string, fewest: number): string =>
  raw`(?<=(?<!\p{L})${names}[\s:.]{0,3}(?:(?:số|so|là|la|của tôi|cua toi|cũ|cu|mới|moi|công dân|cong dan|ngân hàng|ngan hang|nh)[\s:.]{1,3}){0,3})` +
  raw`(?:\d{8,19}(?:[\s.${dash}]\d{3,8}){0,2}|\d{1,7}(?:[\s.${dash}]\d{2,8}){0,6})(?!\d)(?<=(?:\d[\s.${dash}]?){${fewest}})`;

const digitWords =
  'không|khong|một|mốt|mot|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mười|mươi|muoi';
const spoken = (first: string, from: number, to: number): string =>
  raw`(?<![\p{L}\d])(?:${first})(?:[\s,.${dash}]{1,3}(?:${digitWords}|\d)){${from},${to}}(?![\p{L}\d])`;

const dot = raw`(?:\.|\s?[([{]\s?(?:dot|chấm|\.)\s?[)\]}]\s?|\s(?:dot|chấm|cham)\s)`;
const mailHost = raw`(?:(?:[\p{L}\d-]{1,63}${dot}){1,4}\p{L}{2,24}|(?:gmail|yahoo|hotmail|outlook|icloud)(?!\p{L}))`;
const linkEnd = raw`(?:[/?:]\S{0,300})?`;
const host = raw`(?<![\p{L}\d])(?:[\p{L}\d-]{1,63}\.){1,5}`;

const year = raw`(?:19|20)\d\d`;
const provinceNumber = raw`(?<![\p{L}\d.,/])[1-9]\d`;
const series = raw`[\s.${dash}]?[A-ZĐ]{1,2}\d?`;
/** 'Mẫu 12A 2026' is a form. */
const notYear = raw`(?! ${year}(?!\d))[\s.${dash}]{0,3}`;

const currency = raw`(?:(?:đồng|dong)(?! (?:chí|chi|ý|y|thời|thoi|nghiệp|nghiep|phục|phuc))|vnđ|vnd|đ(?!\/c)|nghìn|nghin|ngàn|ngan|triệu|trieu|tỷ|tỉ|usd)(?!\p{L})`;
const date = raw`(?:\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-\d{1,2}-\d{1,2})(?![.-]?\d)`;
const clock = raw`(?:[01]?\d|2[0-4])[.:][0-5]\d`;

/** In this order: each rule sees what the ones before it left. */
const rules: readonly Rule[] = [
  rule(raw`[\p{L}\d._%+-]{1,64}(?:\s?@\s?|\s?[([{]\s?(?:at|a còng|@)\s?[)\]}]\s?|\sat\s)${mailHost}`, email),
  // Said aloud, a name is several words: 'lan anh a còng gmail chấm com'.
  rule(raw`(?<![\p{L}\d])(?:[a-z\d._-]{1,40}\s){0,2}[a-z\d._-]{1,40}\sa\s?(?:còng|cong)\s${mailHost}`, email),

  rule(raw`(?:https?:\/\/|www\.)\S{1,500}`, link),
  rule(raw`${host}(?:com|vn|net|org|info|edu|gov|xyz)(?![\p{L}\d])${linkEnd}`, link),
  // Other endings are words as well ('xong.ly do …'), so they need a path or a known name before them.
  rule(raw`${host}(?:me|ly|gl|gg|io|be|co|cc|to|app|dev|link|page|top|site|online|shop)\/\S{1,300}`, link),
  rule(raw`(?<![\p{L}\d])(?:[a-z\d-]{1,63}\.){0,3}(?:zalo|fb|m|t)\.me(?!\p{L})`, link),

  rule(raw`(?<![\p{L}\d])(?:[A-Z]\d{1,3}|\d{3})(?:\.[A-Z]?\d{1,3}){1,5}-\d{6}-\d{3,6}(?!\d)`, dossier),

  // Number plates (Thông tư 79/2024/TT-BCA): province, series, five digits, or four on old ones.
  rule(raw`${provinceNumber}${series}[\s.${dash}]{0,3}\d{3}[.${dash}]\d{2}(?![\p{L}\d])`, plate),
  rule(raw`${provinceNumber}${series}${notYear}(?:\d{5}|\d{3} \d{2}|\d{4})(?![\p{L}\d])`, plate, 'gu'),
  // In small letters h, k, m, p, g and t are units after a number: '20k 30000'.
  rule(raw`${provinceNumber}-?(?:[a-z]\d|[a-fijlnorsuvxyz][a-z]?)[ -]?\d{5}(?![\p{L}\d])`, plate, 'gu'),

  // What stays. An amount never starts with 0, and 'đồng' begins words that are no money ('đồng chí').
  rule(raw`(?<!\d[\s.,]?)[1-9](?:\d{0,2}(?:[.,\s]\d{3}){1,4}|\d{3,11})(?:,\d{1,2})?\s?${currency}`),
  rule(raw`(?<!\d[\s.,]?)[1-9]\d{0,2}(?:([.,])(?:\d{3}\1){0,2}| (?:\d{3} )?)000(?![.,]?\d)`),
  rule(raw`(?<!\d[./-]?)${date}(?:\s?[${dash}]\s?${date})?`),
  rule(raw`(?<!\d[.:-]?)${clock}\s?[${dash}]\s?${clock}(?![.\d])`),
  rule(raw`(?<!\d[\s.-]?)${year}(?:[ ,${dash}]{1,3}${year}){1,4}(?![.-]?\d)`),
  // Codes of public procedures, and hotlines of services.
  rule(raw`(?<![\d.])[123]\.\d{6}(?:\.\d{2,3}){0,4}(?:\.[A-Z]\d{2})?(?![.\d])`),
  rule(alone(raw`1[89]00[\s.-]?\d{2,4}[\s.-]?\d{2}`)),

  rule(named('(?:mã|ma|số|so) (?:hồ sơ|ho so|biên nhận|bien nhan)', 7), dossier),
  rule(spoken(raw`${digitWords}|\d`, 11, 18), paper),
  rule(spoken(raw`không|khong|[0o]`, 8, 10), phone),
  // 'Nộp vào tài khoản 150.000' is an amount.
  rule(
    raw`(?![1-9]\d{0,2}(?:\.\d{3}){1,2}(?![.\s]?\d))` + named('(?:stk|số tk|tk|tài khoản|tai khoan)', 6),
    account,
  ),

  // ISO/IEC 7812: 16 to 19 digits, printed in fours.
  rule(alone(anyOf(raw`\d{16,19}`, groups(4, 4, 4, 4, 3), groups(4, 4, 4, 4), groups(4, 6, 5))), card),
  // Citizen ID: 12 digits in the groups that people write; before phone numbers, which are shorter.
  rule(alone(anyOf(groups(3, 3, 3, 3), groups(4, 4, 4), groups(3, 3, 6), groups(6, 6), groups(3, 9))), paper),
  rule(alone(anyOf(groups(3, 1, 2, 6), groups(2, 2, 2, 2, 2, 2))), paper),

  rule(
    raw`(?<!\d)${opening}(?:\+\s?|00)?84${gap}(?:0${gap})?(?:2${digits(9)}|[2-9]${digits(8)})(?!\d)`,
    phone,
  ),
  // Other countries: at most 15 digits (E.164).
  rule(raw`(?<!\d)${opening}\+\s?[1-9]\d{0,2}${gap}(?:0${gap})?\d${digits(6, 12)}(?!\d)`, phone),
  // Mobile numbers have ten digits (eleven until 2018, with 01), landlines ten or eleven.
  rule(
    raw`${opening}(?:(?<!\d)0|(?<![\p{L}\d])o)${gap}(?:2${digits(9)}|1${digits(9)}|[2-9]${digits(8)})(?!\d)`,
    phone,
  ),
  // Mistyped by a digit, but grouped as a phone number is.
  rule(alone(raw`0\d{2,4}(?:${separator}\d{3,5}){2}`), phone),
  // Landlines without their area.
  rule(named('(?:sđt|sdt|đt|điện thoại|dien thoai|zalo|máy bàn|may ban)', 7), phone),

  // Old ID numbers, then whatever else is as long as an identifier: tax, insurance and licence numbers.
  rule(alone(anyOf(groups(3, 3, 3), groups(3, 6), groups(2, 7), groups(4, 5), groups(5, 4))), paper),
  rule(
    named(
      '(?:cccd|cmnd|cmt|chứng minh(?: thư| nhân dân)?|căn cước|can cuoc|định danh|hộ chiếu|mã số thuế|mst|bhxh|bhyt|gplx)',
      8,
    ),
    paper,
  ),
  // Passports and insurance cards begin with letters.
  rule(raw`(?<![\p{L}\d])[A-Z]{1,2}\d{7,15}(?!\d)`, paper, 'gu'),
  rule(alone(raw`\d{9,15}`), paper),
];

/** Digits that stay are written with private characters while later rules look for identifiers. */
const hiddenZero = 0xe000;
const hide = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(hiddenZero + Number(digit)));
const show = (text: string): string =>
  text.replaceAll(/[\uE000-\uE009]/g, (hidden) => String((hidden.codePointAt(0) ?? hiddenZero) - hiddenZero));

/** One spelling for all: no invisible characters between digits, no full-width or decorated ones. */
const tidy = (comment: string): string =>
  comment
    .replaceAll(
      /(?!\u200D\p{Extended_Pictographic})(?:\p{Cf}|\p{Co}|\u034F)|(?<=\d)(?:\uFE0F|\u20E3){1,2}/gu,
      '',
    )
    .replaceAll(/[\uFF01-\uFF5E\p{Nd}]/gu, (character) => character.normalize('NFKC'))
    .normalize('NFC');

/** The comment with every identifier replaced by a label of its kind. */
export const scrub = (comment: string): string => {
  const apply = (text: string, { pattern, label }: Rule): string =>
    label ? text.replaceAll(pattern, label) : text.replaceAll(pattern, hide);
  return show(rules.reduce(apply, tidy(comment)));
};
