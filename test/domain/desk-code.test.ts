import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { newDeskCode, parseDeskCode, spellDeskCode } from '../../functions/domain/desk-code.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

const deskCode = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(newDeskCode);

const sample = [0, 1, 31, 85, 170, 255].map((byte) => newDeskCode(new Uint8Array(7).fill(byte)));

/** The code with each single character replaced by each of the 31 others. */
const singleErrors = (code: string): string[] =>
  Array.from(code).flatMap((right, at) =>
    alphabet
      .filter((other) => other !== right)
      .map((wrong) => code.slice(0, at) + wrong + code.slice(at + 1)),
  );

const neighbourSwaps = (code: string): string[] =>
  Array.from(code)
    .map((_, at) => code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2))
    .slice(0, -1)
    .filter((swapped) => swapped !== code);

it('a new code is read back as itself', () => {
  fc.assert(fc.property(deskCode, (code) => parseDeskCode(code) === code));
});

it('a code from the system’s randomness has eight characters of the alphabet', () => {
  expect(newDeskCode(randomBytes(7))).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
});

it('a code is never made from fewer than seven random bytes', () => {
  expect(() => newDeskCode(new Uint8Array(6))).toThrow(RangeError);
});

it.each(sample)('each of the 248 single wrong characters in %s is refused', (code) => {
  const accepted = singleErrors(code).filter((typed) => parseDeskCode(typed) !== undefined);
  expect(accepted).toEqual([]);
});

it('every single wrong character in any code is refused', () => {
  fc.assert(
    fc.property(deskCode, (code) => singleErrors(code).every((typed) => parseDeskCode(typed) === undefined)),
  );
});

it('every swap of two unequal neighbours in any code is refused', () => {
  fc.assert(
    fc.property(deskCode, (code) =>
      neighbourSwaps(code).every((typed) => parseDeskCode(typed) === undefined),
    ),
    { numRuns: 2_000 },
  );
});

it('every swap of each two different neighbours is refused, at every position', () => {
  const accepted = alphabet.flatMap((_, first) =>
    alphabet.flatMap((__, second) =>
      neighbourSwaps(
        newDeskCode(Uint8Array.from({ length: 7 }, (___, at) => (at % 2 ? first : second))),
      ).filter((typed) => parseDeskCode(typed) !== undefined),
    ),
  );
  expect(accepted).toEqual([]);
});

const withOneAndZero = newDeskCode(Uint8Array.of(0, 1, 10, 11, 1, 0, 12));

it.each([
  ['in small letters', withOneAndZero.toLowerCase()],
  ['in two groups', spellDeskCode(withOneAndZero)],
  ['with hyphens', withOneAndZero.replace(/(..)(..)/, '$1-$2-')],
  ['with blanks around it', `  ${withOneAndZero}\t\n`],
  ['with the letter O for zero', withOneAndZero.replaceAll('0', 'O')],
  ['with a small o for zero', withOneAndZero.replaceAll('0', 'o')],
  ['with the letter I for one', withOneAndZero.replaceAll('1', 'I')],
  ['with a small l for one', withOneAndZero.replaceAll('1', 'l')],
])('a code typed %s is understood', (_, typed) => {
  expect(parseDeskCode(typed)).toBe(withOneAndZero);
});

it.each([
  ['nothing', ''],
  ['blanks only', '   - - '],
  ['seven characters', withOneAndZero.slice(1)],
  ['nine characters', `${withOneAndZero}0`],
  ['the letter U, which the alphabet leaves out', `U${withOneAndZero.slice(1)}`],
  ['full-width digits', `０${withOneAndZero.slice(1)}`],
  ['a Cyrillic letter', `\u0410${'0'.repeat(7)}`],
  ['a zero-width space inside', `${withOneAndZero.slice(0, 4)}\u200B${withOneAndZero.slice(4)}`],
  ['a character beyond the basic plane', `😀${withOneAndZero.slice(2)}`],
])('%s is no code', (_, typed) => {
  expect(parseDeskCode(typed)).toBeUndefined();
});

const withS = newDeskCode(Uint8Array.of(25, 25, 25, 25, 25, 25, 25));

it.each([
  ['ſ (long s) is not S', withS.replaceAll('S', 'ſ')],
  ['ı (dotless i) is not 1', withOneAndZero.replaceAll('1', 'ı')],
])('%s', (_, typed) => {
  expect(parseDeskCode(typed)).toBeUndefined();
});

it('no text makes reading fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => parseDeskCode(typed)?.length !== 0));
});
