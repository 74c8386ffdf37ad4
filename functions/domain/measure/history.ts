import { type Week, weeksFrom } from '../iso-week.ts';
import type { Standing } from '../standing.ts';
import { allResponses, emptySummary, type Summary } from '../tally.ts';
import type { CommuneCode } from '../unit.ts';

/** What one week of a commune brought. How final that is is known of what was counted. */
export interface WeekEntry extends Partial<Standing> {
  week: Week;
  summary: Summary;
  /** Visits the commune reported; undefined when it has not. */
  visits?: number | undefined;
}

/**
 * All weeks of a commune, consecutive, from its first week with any response on. It must not start later: where the
 * blocks lie depends on every week before them.
 */
export interface CommuneHistory {
  commune: CommuneCode;
  weeks: readonly WeekEntry[];
}

/** A history out of the weeks that are known, in any order; a week of which nothing is known had no responses. */
export const historyOf = (commune: CommuneCode, known: Iterable<WeekEntry>, last: Week): CommuneHistory => {
  const entries = new Map([...known].map((entry) => [entry.week, entry]));
  const answered = [...entries.values()].filter(({ summary }) => allResponses(summary) > 0);
  const first = answered.map(({ week }) => week).toSorted()[0];
  if (first === undefined) return { commune, weeks: [] };
  return {
    commune,
    weeks: weeksFrom(first, last).map((week) => entries.get(week) ?? { week, summary: emptySummary }),
  };
};

/** A history with the visits that were reported of its weeks. Visits alone don't make it longer. */
export const withVisits = (
  { commune, weeks }: CommuneHistory,
  reported: ReadonlyMap<Week, number> | undefined,
): CommuneHistory => ({
  commune,
  weeks: weeks.map((entry) => ({ ...entry, visits: reported?.get(entry.week) })),
});
