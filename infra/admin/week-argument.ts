import { InvalidArgumentError } from 'commander';
import { parseWeek, type Week } from '../../functions/domain/iso-week.ts';

/** A week on the command line, like 2026-W47. */
export const weekArgument = (typed: string): Week => {
  const week = parseWeek(typed);
  if (!week) throw new InvalidArgumentError('A week is written like 2026-W47.');
  return week;
};
