import { firstReportedYear, mostVisits } from '../../functions/domain/visits.ts';
import {
  type SaidVisits,
  saidVisits as said,
  type VisitsRowProblem,
} from '../../functions/import/visits-table.ts';
import type { Problem, Row } from './csv-rows.ts';

const countProblems = {
  not_whole: `must be a whole number from 0 to ${mostVisits}, without points or commas`,
  too_many: `is more than ${mostVisits}: no commune receives so many in a week`,
};

const weekProblems = {
  no_week: 'is no week: write it like 2026-W47',
  too_early: `lies before ${firstReportedYear}, the first year that can be reported`,
  not_begun: 'has not begun',
  not_ended: 'has not ended: report it from next Monday on',
};

const inWords = (problem: VisitsRowProblem): string => {
  switch (problem.kind) {
    case 'no_code':
      return `commune "${problem.value}" must have 5 digits, leading zeros included`;
    case 'repeated':
      return `this commune and week stand on line ${problem.firstLine} already`;
    case 'not_whole':
    case 'too_many':
      return `visits "${problem.value}" ${countProblems[problem.kind]}`;
    case 'no_week':
    case 'too_early':
    case 'not_begun':
    case 'not_ended':
      return `week "${problem.value}" ${weekProblems[problem.kind]}`;
  }
};

/** What rows say, and everything that is wrong with them by themselves, in words. */
export const saidVisits = (rows: readonly Row[], now: Date): { said: SaidVisits[]; problems: Problem[] } => {
  const read = said(rows, now);
  return {
    said: read.said,
    problems: read.problems.map((problem) => ({ line: problem.line, text: inWords(problem) })),
  };
};
