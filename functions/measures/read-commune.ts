import type { Week } from '../domain/iso-week.ts';
import { type CommuneHistory, historyOf, withVisits } from '../domain/measure/history.ts';
import type { Commune } from '../domain/unit.ts';
import type { TallyStore } from '../store/tally-store.ts';
import type { VisitsStore } from '../store/visits-store.ts';

/** Where a commune's numbers come from. */
export interface CommuneStores {
  tallies: Pick<TallyStore, 'ofCommune'>;
  visits: Pick<VisitsStore, 'ofCommune'>;
}

/** The history of one commune from its first week on, with the visits that it reported. */
export const readCommune = async (
  { tallies, visits }: CommuneStores,
  commune: Pick<Commune, 'code' | 'province'>,
  at: Week,
): Promise<CommuneHistory> => {
  const history = historyOf(commune.code, await tallies.ofCommune(commune.code, at), at);
  const first = history.weeks[0]?.week;
  if (first === undefined) return history;
  const reported = await visits.ofCommune(commune, first, at);
  return withVisits(history, new Map([...reported].map(([week, report]) => [week, report.visits])));
};
