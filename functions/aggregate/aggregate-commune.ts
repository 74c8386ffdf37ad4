import { dayOf } from '../domain/day.ts';
import type { Week } from '../domain/iso-week.ts';
import { standingAfter } from '../domain/standing.ts';
import { allResponses, tallyOfAll } from '../domain/tally.ts';
import type { CommuneCode } from '../domain/unit.ts';
import { weekStatus } from '../domain/week-life.ts';
import type { ResponseStore } from '../store/response-store.ts';
import type { Run } from '../store/run-store.ts';
import type { TallyStore } from '../store/tally-store.ts';

export interface CommuneStores {
  responses: Pick<ResponseStore, 'ofWeek'>;
  tallies: Pick<TallyStore, 'find' | 'keepReplaced' | 'put'>;
}

/** A week of a commune to count, by which run. */
export interface CommuneCount {
  commune: CommuneCode;
  week: Week;
  run: Run;
  now: Date;
  /** What late answers say of a provisional week is shown at once, not in tens (standingAfter). */
  atOnce: boolean;
}

/** Each attempt that fails does so because another run changed the same tally. */
const attempts = 10;

/**
 * Counts the responses of one commune and week and stores the tally whole, unless a run that began later has. What a
 * change of a closed week replaces is kept before it is replaced; the summary, written first, decides between two runs
 * at once; a run that was killed in between is completed by the next.
 */
export const aggregateCommune = async (
  { responses, tallies }: CommuneStores,
  { commune, week, run, now, atOnce }: CommuneCount,
): Promise<{ responses: number; written: number }> => {
  const counted = await tallyOfAll(responses.ofWeek(commune, week, now));
  const circumstances = { status: weekStatus(week, now), today: dayOf(now), atOnce };
  const found = allResponses(counted.summary);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await tallies.find(commune, week);
    const isOutrun = stored !== undefined && stored.run > run;
    const standing = isOutrun ? undefined : standingAfter(stored, counted, circumstances);
    if (!standing) return { responses: found, written: 0 };
    if (stored && standing.revision > stored.revision && stored.status === 'closed') {
      await tallies.keepReplaced(commune, week, stored);
    }
    const written = await tallies.put(commune, week, { ...counted, ...standing }, stored, run);
    if (written !== undefined) return { responses: found, written };
  }
  throw new Error(`the tally of ${commune} in ${week} kept changing while it was counted`);
};
