/**
 * Characters of a text as every limit counts them: code points of its NFC form, so that a letter typed as a base and
 * its marks counts as the one letter that is kept.
 */
export const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length;

/** The first characters of a text, in NFC; never half of one. */
export const firstCharacters = (text: string, count: number): string =>
  Array.from(text.normalize('NFC')).slice(0, count).join('');
