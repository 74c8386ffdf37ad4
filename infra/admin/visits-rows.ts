import type { Week } from '../../functions/domain/iso-week.ts';
import type { CommuneCode } from '../../functions/domain/unit.ts';
import {
  firstReportedYear,
  mostVisits,
  readReportedWeek,
  readVisits,
} from '../../functions/domain/visits.ts';
import type { Problem, Row } from './csv-rows.ts';

export const visitsColumns = ['commune', 'week', 'visits'] as const satisfies string[];

/** What a row of a file says that a commune reported. */
export interface SaidVisits {
  line: number;
  commune: CommuneCode;
  week: Week;
  visits: number;
}

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

/** What rows say, and everything that is wrong with them by themselves. */
export const saidVisits = (rows: readonly Row[], now: Date): { said: SaidVisits[]; problems: Problem[] } => {
  const lines = new Map<string, number>();
  const said: SaidVisits[] = [];
  const problems: Problem[] = [];
  for (const { line, cell } of rows) {
    const commune = cell('commune');
    const [week, visits] = [readReportedWeek(cell('week'), now), readVisits(cell('visits'))];
    const identity = `${commune} ${cell('week')}`;
    const same = lines.get(identity);
    const texts = [
      /^\d{5}$/.test(commune) ? undefined : `commune "${commune}" must have 5 digits, leading zeros included`,
      week.ok ? undefined : `week "${cell('week')}" ${weekProblems[week.problem]}`,
      visits.ok ? undefined : `visits "${cell('visits')}" ${countProblems[visits.problem]}`,
      same === undefined ? undefined : `this commune and week stand on line ${same} already`,
    ].filter((text) => text !== undefined);
    problems.push(...texts.map((text) => ({ line, text })));
    if (same === undefined) lines.set(identity, line);
    if (week.ok && visits.ok) said.push({ line, commune, week: week.week, visits: visits.visits });
  }
  return { said, problems };
};
