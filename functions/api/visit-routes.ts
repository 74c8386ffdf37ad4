import * as z from 'zod/mini';
import { dayOf } from '../domain/day.ts';
import { addWeeks, parseWeek, type Week } from '../domain/iso-week.ts';
import { mostVisits, readReportedWeek } from '../domain/visits.ts';
import { lastEndedWeek } from '../domain/week-life.ts';
import { type ApiRoute, json, Refused, read } from './api-route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { ReportedVisitsSchema, VisitsSchema, WeekText } from './schemas.ts';

/** Weeks that are told when none are asked for: as many as the page for typing them shows. */
const usualWeeks = 8;
/** One item of the table each. */
const mostWeeks = 106;

const Range = z.strictObject({ from: z.optional(WeekText), to: z.optional(WeekText) });
const Report = z.strictObject({
  visits: z.int().check(z.gte(0), z.lte(mostVisits)),
  /** Revision that was read before; 0 when there was none. */
  seen: z.int().check(z.gte(0)),
});

const existing = (text: string | undefined, field: string, fallback: Week): Week => {
  if (text === undefined) return fallback;
  const week = parseWeek(text);
  if (!week) throw new Refused('invalid-request', `There is no week ${text}.`, field);
  return week;
};

const problems = {
  no_week: ['invalid-request', 'The address names no week.'],
  no_such_week: ['invalid-request', 'There is no such week.'],
  too_early: ['invalid-request', 'The service did not exist in that week.'],
  not_ended: ['week-not-ended', 'Visits are reported once a week has ended.'],
  not_begun: ['week-not-ended', 'That week has not begun.'],
} as const;

/** How many people a commune received, week by week: what its response rate is made of. */
export const visitRoutes = ({ visits, now }: Pick<ApiDependencies, 'visits' | 'now'>): ApiRoute[] => [
  {
    method: 'get',
    path: '/communes/{code}/visits',
    unit: 'commune',
    action: 'read_commune',
    summary: 'Visits that a commune reported, eight weeks unless asked otherwise',
    query: Range,
    answers: { description: 'Weeks with a report, oldest first', schema: VisitsSchema },
    answer: async ({ query }, commune) => {
      const range = read(Range, query);
      const to = existing(range.to, 'to', lastEndedWeek(now()));
      const from = existing(range.from, 'from', addWeeks(to, 1 - usualWeeks));
      if (from < addWeeks(to, 1 - mostWeeks)) {
        throw new Refused('invalid-request', `Ask for ${mostWeeks} weeks at most.`, 'from');
      }
      const reported = await visits.ofCommune(commune, from, to);
      return json(VisitsSchema, {
        commune: commune.code,
        items: [...reported].map(([week, { visits, revision, on }]) => ({ week, visits, revision, on })),
      });
    },
  },
  {
    method: 'put',
    path: '/communes/{code}/visits/{week}',
    unit: 'commune',
    action: 'report_visits',
    summary: 'Report or correct the visits of a week',
    body: Report,
    mayConflict: true,
    answers: {
      description: 'What stands there now; sending the same again changes nothing',
      schema: ReportedVisitsSchema,
    },
    answer: async ({ account, params, body }, commune) => {
      const report = read(Report, body);
      const at = readReportedWeek(params['week'] ?? '', now());
      if (!at.ok) {
        const [kind, detail] = problems[at.problem];
        throw new Refused(kind, detail, 'week');
      }
      const { outcome, current } = await visits.report(
        { commune, week: at.week, visits: report.visits, by: account.subject, on: dayOf(now()) },
        report.seen,
      );
      if (outcome === 'conflict') {
        const stands = current ? `${current.visits} visits at revision ${current.revision}` : 'no report';
        throw new Refused('conflict', `There stands ${stands}. Read it, then send again.`, 'seen');
      }
      const { visits: stored, revision, on } = current;
      return json(ReportedVisitsSchema, { week: at.week, visits: stored, revision, on });
    },
  },
];
