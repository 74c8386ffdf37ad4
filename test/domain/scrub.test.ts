import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrub } from '../../functions/domain/scrub.ts';
import { comments, heldOut } from './scrub-comments.ts';

describe('a label says what stood there:', () => {
  it.each([
    ['gọi 0912 345 678 nhé', 'gọi [số điện thoại] nhé'],
    ['(0239) 3.855.123', '[số điện thoại]'],
    ['(0912345678)', '([số điện thoại])'],
    ['+84912345678', '[số điện thoại]'],
    ['CCCD 042190001234', 'CCCD [số giấy tờ]'],
    ['CMND 187 654 321', 'CMND [số giấy tờ]'],
    ['xe 38A-123.45.', 'xe [biển số].'],
    ['mail nam@gmail.com.', 'mail [email].'],
    ['xem https://a.vn/b?c=1 nhé', 'xem [liên kết] nhé'],
    ['thẻ 4111 1111 1111 1111', 'thẻ [số thẻ]'],
    ['STK 0123456789', 'STK [số tài khoản]'],
    ['mã G12.34.56-260123-0001', 'mã [số hồ sơ]'],
  ])('%s → %s', (comment, expected) => {
    expect(scrub(comment)).toBe(expected);
  });
});

describe('a word for dong does not save', () => {
  it.each(['187654321 đồng ý', '187654321 đ/c Nam', '0912 345 678 đồng chí', '0912345678 k ai nghe máy'])(
    '%s',
    (comment) => {
      expect(scrub(comment)).not.toMatch(/\d/);
    },
  );
});

describe('invisible characters do not hide a number:', () => {
  it.each([
    ['zero-width space', '\u200B'],
    ['zero-width joiner', '\u200D'],
    ['word joiner', '\u2060'],
    ['byte order mark', '\uFEFF'],
    ['soft hyphen', '\u00AD'],
    ['direction mark', '\u202E'],
    ['grapheme joiner', '\u034F'],
    ['keycap', '\uFE0F\u20E3'],
  ])('%s', (_, hidden) => {
    expect(
      scrub(
        Array.from('0912345678')
          .map((digit) => digit + hidden)
          .join(''),
      ),
    ).toMatch(/^\[số điện thoại\]/);
  });

  it('private characters are not turned into digits', () => {
    const hidden = Array.from('0912345678')
      .map((d) => String.fromCodePoint(0xe000 + Number(d)))
      .join('');
    expect(scrub(hidden)).toBe('');
  });
});

it('a comment is stored in one Unicode form', () => {
  expect(scrub('Cảm ơn'.normalize('NFD'))).toBe('Cảm ơn'.normalize('NFC'));
});

it('emoji stay whole', () => {
  expect(scrub('Tốt lắm 👨‍👩‍👧 ❤️')).toBe('Tốt lắm 👨‍👩‍👧 ❤️');
});

it('labels don’t grow when a comment is scrubbed again', () => {
  const once = [...comments, ...heldOut].map((labelled) => scrub(labelled.replaceAll(/[«»‹›]|\w+:/g, ' ')));
  expect(once.map(scrub)).toEqual(once);
});

const words = 'cán bộ hướng dẫn rất tận tình chu đáo năm nay nhanh hơn không phải chờ đợi ba bốn lần'.split(
  ' ',
);

it('words alone are never touched', () => {
  const sentence = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((each) => each.join(' '));
  fc.assert(fc.property(sentence, (comment) => scrub(comment) === comment));
});

it('any ten digits of a mobile number disappear, whatever is put between them', () => {
  const number = fc.tuple(
    fc.constantFrom('03', '05', '07', '08', '09'),
    fc.stringMatching(/^\d{8}$/),
    fc.constantFrom('', ' ', '.', '-', ' - ', '  ', '\u00A0', '\u2013'),
    fc.constantFrom([4, 3, 3], [3, 3, 4], [4, 2, 2, 2], [5, 5], [2, 2, 2, 2, 2]),
  );
  fc.assert(
    fc.property(number, ([prefix, rest, between, sizes]) => {
      const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((total, size) => total + size, 0));
      const written = starts.map((start, i) => (prefix + rest).slice(start, start + (sizes[i] ?? 0)));
      return !/\d/.test(scrub(`gọi ${written.join(between)} nhé`));
    }),
    { numRuns: 2_000 },
  );
});

it('no amount of dong is touched', () => {
  const amount = fc.tuple(
    fc.integer({ min: 1_000, max: 999_999_999_999 }),
    fc.constantFrom('.', ',', ' ', ''),
    fc.constantFrom(' đồng', 'đ', ' đ', ' vnd', 'VNĐ', ' dong'),
  );
  fc.assert(
    fc.property(amount, ([value, mark, unit]) => {
      const comment = `nộp ${String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, mark)}${unit} ở bàn 2`;
      expect(scrub(comment)).toBe(comment);
    }),
  );
});

it('no date is touched', () => {
  const date = fc.tuple(
    fc.date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.constantFrom('/', '-', '.'),
  );
  fc.assert(
    fc.property(date, ([day, mark]) => {
      const written = day.toISOString().slice(0, 10).split('-').reverse().join(mark);
      return scrub(`hẹn ${written} mới có`) === `hẹn ${written} mới có`;
    }),
  );
});

// Backtracking that explodes would never come to the end of these.
it('10,000 comments made of what the rules look for are scrubbed', () => {
  const pieces = [
    '0',
    '84',
    '912',
    '38A',
    'a',
    'không',
    'chín',
    'a còng',
    'stk',
    'tk số',
    '.',
    '-',
    ' ',
    '/',
    '@',
    ',',
    '(',
    ')',
    '+',
    'đ',
    'com',
    'www.',
    '\u200B',
    '\uE001',
  ];
  const comment = fc
    .array(fc.constantFrom(...pieces), { maxLength: 250 })
    .map((parts) => parts.join('').slice(0, 500));
  fc.assert(
    fc.property(comment, (each) => scrub(each).length >= 0),
    { numRuns: 10_000 },
  );
});

it.each([
  '1',
  '1 ',
  '1.',
  '0 ',
  '0-',
  '. ',
  'a',
  'a.',
  'a-',
  'a@',
  'không ',
  '1.234 ',
  '1.234.',
  '38A-',
  'tk số ',
  '+1',
  '(0',
  'www.',
  '12/',
  '1,',
  '2026-',
  'a a ',
])('500 characters of %j come to an end, and so with an ending that fits no rule', (piece) => {
  const hostile = piece.repeat(500).slice(0, 499);
  expect([scrub(hostile), scrub(`${hostile}!`)]).toHaveLength(2);
});
