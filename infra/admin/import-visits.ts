import pMap from 'p-map';
import type { Day } from '../../functions/domain/day.ts';
import type { Commune, Province } from '../../functions/domain/unit.ts';
import type { VisitsStore } from '../../functions/store/visits-store.ts';
import type { Advance } from './progress.ts';
import { Trouble } from './refusal.ts';
import type { SaidVisits } from './visits-rows.ts';

/** What a commune reported, by a file. */
export interface PlacedVisits extends Pick<SaidVisits, 'week' | 'visits'> {
  commune: Commune;
}

type Outcome = 'added' | 'corrected' | 'unchanged';

const reportsAtOnce = 8;
/** So often somebody else may report the same week in the same moment. */
const mostTries = 5;

/** The file is meant as it stands, so it replaces whatever others reported; the history has both. */
const importReport = async (
  visits: Pick<VisitsStore, 'report'>,
  placed: PlacedVisits,
  on: Day,
): Promise<Outcome> => {
  let seen = 0;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { outcome, current } = await visits.report({ ...placed, by: 'import', on }, seen);
    if (outcome === 'unchanged') return 'unchanged';
    if (outcome === 'stored') return current.revision === 1 ? 'added' : 'corrected';
    seen = current?.revision ?? 0;
  }
  const { commune, week } = placed;
  throw new Trouble(`the visits of ${commune.code} in ${week} are being changed by others: run it again`);
};

/** Those that a province has not reported so already. */
const changed = async (
  visits: Pick<VisitsStore, 'ofProvince'>,
  province: Province,
  placed: readonly PlacedVisits[],
): Promise<PlacedVisits[]> => {
  const own = placed.filter(({ commune }) => commune.province === province.code);
  const weeks = own.map(({ week }) => week).toSorted();
  const [first, last] = [weeks.at(0), weeks.at(-1)];
  if (!first || !last) return [];
  const stored = await visits.ofProvince(province, first, last);
  return own.filter(({ commune, week, visits: count }) => stored.get(commune.code)?.get(week) !== count);
};

/** Stores what differs from what is known; the same file again changes nothing. */
export const importVisits = async (
  visits: Pick<VisitsStore, 'ofProvince' | 'report'>,
  provinces: readonly Province[],
  { placed, on }: { placed: readonly PlacedVisits[]; on: Day },
  advance: Advance,
): Promise<Record<Outcome, number>> => {
  const imported = { added: 0, corrected: 0, unchanged: placed.length };
  for (const province of provinces) {
    await pMap(
      await changed(visits, province, placed),
      async (each) => {
        const outcome = await importReport(visits, each, on);
        imported.unchanged -= 1;
        imported[outcome] += 1;
        advance(1);
      },
      { concurrency: reportsAtOnce },
    );
  }
  advance(imported.unchanged);
  return imported;
};
