import { Cron } from 'croner';
import { startOfWeek, type Week, weekOf } from '../../../functions/domain/iso-week.ts';
import { defaultRetention } from '../../../functions/domain/retention.ts';
import {
  arrivalWeeks,
  lastClosedWeek,
  overdueWeeks,
  unclosedWeeks,
} from '../../../functions/domain/week-life.ts';
import { aggregationTimes } from '../../../infra/local/scheduler.ts';
import { sum } from '../support/statistics.ts';

const dayMs = 86_400_000;
/** Longer than any week stays open or provisional. */
const watchedDays = 28;

const runsBetween = (from: Date, to: Date): Date[] =>
  aggregationTimes
    .flatMap((pattern) => {
      const times = new Cron(pattern, { timezone: 'Asia/Ho_Chi_Minh', paused: true });
      const runs: Date[] = [];
      for (let run = times.nextRun(from); run && run < to; run = times.nextRun(run)) runs.push(run);
      return runs;
    })
    .toSorted((a, b) => a.getTime() - b.getTime());

/** Runs of the aggregation in a month. */
export const runsPerMonth = (now: Date): number =>
  (runsBetween(now, new Date(now.getTime() + 7 * dayMs)).length / 7) * (365 / 12);

/**
 * How often a run reads a response: once for each week that it counts and to which a late answer may belong. It counts
 * the weeks that are not closed and those that closed since the run before.
 */
export const readsIn = (run: Date, arrival: Week, before = run): number =>
  [...overdueWeeks(lastClosedWeek(before), run, defaultRetention), ...unclosedWeeks(run)].filter((week) =>
    arrivalWeeks(week, run).includes(arrival),
  ).length;

/** How often a response is read by all runs, on average over the days of the week on which it may come. */
export const readsOfResponse = (now: Date): number => {
  const week = weekOf(now);
  const monday = startOfWeek(week).getTime();
  const reads = Array.from({ length: 7 }, (_, day) => {
    const noon = new Date(monday + (day + 0.5) * dayMs);
    const until = new Date(noon.getTime() + watchedDays * dayMs);
    const runs = runsBetween(noon, until);
    return sum(runs.map((run, place) => readsIn(run, week, runs[place - 1] ?? noon)));
  });
  return sum(reads) / reads.length;
};
