import { dayOf } from '../../functions/domain/day.ts';
import { flags } from '../../functions/domain/flags.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import {
  channels,
  criteria,
  factNames,
  facts,
  languages,
  procedures,
} from '../../functions/domain/questionnaire.ts';
import type { Standing, WeekSummary } from '../../functions/domain/standing.ts';
import type { RatingCounts, Tally } from '../../functions/domain/tally.ts';
import { deskCode } from './samples.ts';

/** More answers than a commune gets in a week, with as many digits as counts may have: 999,999 of everything. */
const most = 999_999;
const mostRatings: RatingCounts = [most, most, most, most, most];
const named = <T>(names: readonly string[], value: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Everything that a tally may count, at so many desks. */
export const busyTally = (desks: number): Tally => ({
  summary: {
    counted: mostRatings,
    flagged: mostRatings,
    assisted: mostRatings,
    flags: named(flags, most),
    channels: named(channels, most),
  },
  detail: {
    criteria: named(criteria, { ratings: mostRatings, notApplicable: most }),
    facts: Object.fromEntries(factNames.map((name) => [name, named(facts[name], most)])),
    languages: named(languages, most),
    questionnaires: named(['1', '2', '3'], most),
    desks: named(
      Array.from({ length: desks }, (_, n) => deskCode(n)),
      mostRatings,
    ),
    procedures: named(procedures, mostRatings),
  },
});

/** A closed week that was changed a thousand times. */
export const busyStanding: Standing = {
  status: 'closed',
  revision: 1_001,
  revisedOn: dayOf(new Date('2026-12-20T09:00+07:00')),
};

/** The summaries of so many communes, as large as they can be. */
export const busyProvince = (communes: number, week: Week): Map<string, WeekSummary> => {
  const { summary } = busyTally(1);
  return new Map(
    Array.from({ length: communes }, (_, n) => [String(10_000 + n), { week, summary, ...busyStanding }]),
  );
};
