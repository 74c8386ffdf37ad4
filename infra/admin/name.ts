import { type TextLimit, textProblem } from '../../functions/domain/limited-text.ts';
import { lengthOf } from '../../functions/domain/text-length.ts';

/** Why a tidy name can't be taken; undefined when it can. */
export const nameProblem = (name: string, limit: TextLimit): string | undefined => {
  switch (textProblem(name, limit)) {
    case undefined:
      return undefined;
    case 'empty':
      return 'the name is empty';
    case 'unprintable':
      return 'the name holds control or invisible characters';
    case 'too_long':
      return `the name has ${lengthOf(name)} characters, at most ${limit.longest} fit`;
  }
};
