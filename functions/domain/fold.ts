import { firstCharacters } from './text-length.ts';

/**
 * A text as it is searched: without tone marks and other diacritics, đ as d, small letters, single spaces. So Hòa and
 * Hoà, which differ only in the place of a mark, are one, and so are Hoá typed composed and decomposed.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Names longer than any of ours find nothing. */
const longestSearch = 100;

/** What a search field says, as it is shown again. */
export const searched = (typed = ''): string => firstCharacters(typed.trim(), longestSearch);
