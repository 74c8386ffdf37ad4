/** Longer names do not fit a poster. */
const longestName = 80;

/** Text as it is kept: one spelling of each Vietnamese letter (NFC), no space around it. */
export const tidy = (typed: string): string => typed.normalize('NFC').trim();

/** Why a tidy name can't be shown on a page or a poster; undefined when it can. */
export const nameProblem = (name: string): string | undefined => {
  if (name === '') return 'the name is empty';
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return 'the name holds control or invisible characters';
  const length = Array.from(name).length;
  return length > longestName ? `the name has ${length} characters, at most ${longestName} fit` : undefined;
};
