import { deskNameProblem, longestDeskName } from '../../functions/domain/desk-name.ts';

/** Why a tidy name can't be shown on a page or a poster; undefined when it can. */
export const nameProblem = (name: string): string | undefined => {
  switch (deskNameProblem(name)) {
    case undefined:
      return undefined;
    case 'empty':
      return 'the name is empty';
    case 'unprintable':
      return 'the name holds control or invisible characters';
    case 'too_long':
      return `the name has ${Array.from(name).length} characters, at most ${longestDeskName} fit`;
  }
};
