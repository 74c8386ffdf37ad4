/** Longer names do not fit a poster. In characters as people count them. */
export const longestDeskName = 80;

/** Text as it is kept: one spelling of each Vietnamese letter (NFC), no space around it. */
export const tidy = (typed: string): string => typed.normalize('NFC').trim();

/** Why a tidy name can't be shown on a page or a poster. */
export type DeskNameProblem = 'empty' | 'unprintable' | 'too_long';

/** Undefined for a name that can be shown. */
export const deskNameProblem = (name: string): DeskNameProblem | undefined => {
  if (name === '') return 'empty';
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return 'unprintable';
  return Array.from(name).length > longestDeskName ? 'too_long' : undefined;
};
