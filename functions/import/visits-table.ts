import type { Week } from '../domain/iso-week.ts';
import type { CommuneCode } from '../domain/unit.ts';
import {
  type ReportedWeekProblem,
  readReportedWeek,
  readVisits,
  type VisitsProblem,
} from '../domain/visits.ts';
import type { Row } from './table-text.ts';

export const visitsColumns = ['commune', 'week', 'visits'] as const satisfies string[];

/** What a row says that a commune reported. */
export interface SaidVisits {
  line: number;
  commune: CommuneCode;
  week: Week;
  visits: number;
}

/** What is wrong with a cell, or with a row beside another one. */
export type VisitsRowProblem = { line: number; value: string } & (
  | { column: 'commune'; kind: 'no_code' }
  | { column: 'week'; kind: ReportedWeekProblem }
  | { column: 'visits'; kind: VisitsProblem }
  | { column: 'commune'; kind: 'repeated'; firstLine: number }
);

/** What rows say, and everything that is wrong with them by themselves. */
export const saidVisits = (
  rows: readonly Row[],
  now: Date,
): { said: SaidVisits[]; problems: VisitsRowProblem[] } => {
  const lines = new Map<string, number>();
  const said: SaidVisits[] = [];
  const problems: VisitsRowProblem[] = [];
  for (const { line, cell } of rows) {
    const commune = cell('commune');
    const [week, visits] = [readReportedWeek(cell('week'), now), readVisits(cell('visits'))];
    const identity = `${commune} ${cell('week')}`;
    const firstLine = lines.get(identity);
    if (!/^\d{5}$/.test(commune)) problems.push({ line, column: 'commune', value: commune, kind: 'no_code' });
    if (!week.ok) problems.push({ line, column: 'week', value: cell('week'), kind: week.problem });
    if (!visits.ok) problems.push({ line, column: 'visits', value: cell('visits'), kind: visits.problem });
    if (firstLine === undefined) lines.set(identity, line);
    else problems.push({ line, column: 'commune', value: commune, kind: 'repeated', firstLine });
    if (week.ok && visits.ok) said.push({ line, commune, week: week.week, visits: visits.visits });
  }
  return { said, problems };
};
