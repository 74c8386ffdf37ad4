/**
 * Characters of a text as every limit counts them: code points of its NFC form, so that a letter typed as a base and
 * its marks counts as the one letter that is kept.
 */
export const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length;
