/**
 * A desk code names one desk on posters and in addresses: seven random characters and a check character, all
 * of Crockford's base 32 (https://www.crockford.com/base32.html), so that a person can read and type it.
 */
export type DeskCode = string & { readonly __brand: 'DeskCode' };

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataLength = 7;

/** Product in GF(2^5) modulo x^5 + x^2 + 1, in which 2 generates all 31 non-zero elements. */
const double = (x: number): number => ((x << 1) ^ (x & 16 ? 0b100101 : 0)) & 31;

/**
 * The check character is the sum of the data weighted by different powers of the generator. Distinct non-zero
 * weights catch every single wrong character and every swap of two characters, neighbours included.
 */
const checkValue = (values: readonly number[]): number =>
  values.reduceRight((sum, value) => double(sum ^ value), 0);

/** A new code from at least seven random bytes. */
export const newDeskCode = (random: Uint8Array): DeskCode => {
  const values = [...random.subarray(0, dataLength)].map((byte) => byte & 31);
  if (values.length < dataLength) throw new RangeError(`a desk code needs ${dataLength} random bytes`);
  return [...values, checkValue(values)].map((value) => alphabet[value]).join('') as DeskCode;
};

/** Reads a code as people type it (any case, spaces, hyphens, O for 0, I or L for 1); undefined when wrong. */
export const parseDeskCode = (typed: string): DeskCode | undefined => {
  // Only a–z: toUpperCase of the whole would also turn 'ſ' into S and 'ı' into I.
  const upper = typed.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
  const code = upper.replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (code.length !== dataLength + 1) return undefined;
  const values = Array.from(code, (character) => alphabet.indexOf(character));
  if (values.includes(-1)) return undefined;
  return checkValue(values.slice(0, dataLength)) === values[dataLength] ? (code as DeskCode) : undefined;
};

/** The code in two groups of four, as printed. */
export const spellDeskCode = (code: DeskCode): string => `${code.slice(0, 4)} ${code.slice(4)}`;
