import type { Problem } from '../../../web/components/problems.tsx';
import { seenField, visitsField } from '../../../web/staff/pages/visits-page.tsx';
import { visits as t } from '../../../web/staff/texts/visits.ts';
import { addWeeks, type Week, weeksFrom } from '../../domain/iso-week.ts';
import { type ReportedVisits, readVisits } from '../../domain/visits.ts';
import { lastEndedWeek } from '../../domain/week-life.ts';
import { type Posted, readVersion } from '../posted.ts';

const shownWeeks = 8;

/** The weeks that can be typed, newest first. */
export const typedWeeks = (now: Date, count = shownWeeks): Week[] => {
  const last = lastEndedWeek(now);
  return weeksFrom(addWeeks(last, 1 - count), last).toReversed();
};

/** The weeks of a form that may have been opened before the last week ended. */
export const postedWeeks = (posted: Posted, now: Date): Week[] =>
  typedWeeks(now, shownWeeks + 1).filter(
    (week, index) => index < shownWeeks || posted.text(visitsField(week)) !== '',
  );

/** One week as somebody typed it. */
export interface TypedVisits {
  week: Week;
  typed: string;
  seen: number;
}

export const typedVisits = (posted: Posted, weeks: readonly Week[]): TypedVisits[] =>
  weeks.map((week) => ({
    week,
    typed: posted.text(visitsField(week)),
    seen: readVersion(posted.text(seenField(week))) ?? 0,
  }));

export interface AskedVisits {
  week: Week;
  visits: number;
  seen: number;
}

/** What was typed, or everything that is wrong with it. A week left empty is left as it is, unless it was reported. */
export const readVisitsForm = (
  typed: readonly TypedVisits[],
  stored: ReadonlyMap<Week, ReportedVisits>,
): { ok: true; asked: AskedVisits[] } | { ok: false; problems: Problem[] } => {
  const problems: Problem[] = [];
  const asked: AskedVisits[] = [];
  for (const { week, typed: text, seen } of typed) {
    const isEmpty = text.trim() === '';
    const read = readVisits(text);
    if (isEmpty && stored.has(week) && seen > 0) {
      problems.push({ field: visitsField(week), text: t.problems.cleared });
    } else if (!isEmpty && !read.ok) {
      problems.push({ field: visitsField(week), text: t.problems[read.problem] });
    } else if (read.ok) asked.push({ week, visits: read.visits, seen });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, asked };
};
