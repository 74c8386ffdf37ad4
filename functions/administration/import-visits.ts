import pMap from 'p-map';
import type { Day } from '../domain/day.ts';
import type { Commune, CommuneCode, Province } from '../domain/unit.ts';
import type { SaidVisits } from '../import/visits-table.ts';
import type { VisitsStore } from '../store/visits-store.ts';

/** What a commune reported, by a file. */
export interface PlacedVisits extends Pick<SaidVisits, 'week' | 'visits'> {
  commune: Commune;
}

/** The same week is being reported by others, again and again: run it again. */
export class VisitsContended extends Error {
  override readonly name = 'VisitsContended';
}

/** Finds the commune of each row; those that are nobody's are left for who imports to say. */
export const placeVisits = (
  said: readonly SaidVisits[],
  provinces: readonly Province[],
): { placed: PlacedVisits[]; unknown: SaidVisits[] } => {
  const communes = new Map<CommuneCode, Commune>(
    provinces.flatMap((province) => province.communes.map((commune) => [commune.code, commune])),
  );
  const placed: PlacedVisits[] = [];
  const unknown: SaidVisits[] = [];
  for (const each of said) {
    const commune = communes.get(each.commune);
    if (commune) placed.push({ commune, week: each.week, visits: each.visits });
    else unknown.push(each);
  }
  return { placed, unknown };
};

type Outcome = 'added' | 'corrected' | 'unchanged';

/** Who imports: the subject of an account, or 'import' for a command. */
interface Importer {
  by: string;
  on: Day;
}

const reportsAtOnce = 8;
/** So often somebody else may report the same week in the same moment. */
const mostTries = 5;

/** The file is meant as it stands, so it replaces whatever others reported; the history has both. */
const importReport = async (
  visits: Pick<VisitsStore, 'report'>,
  placed: PlacedVisits,
  { by, on }: Importer,
): Promise<Outcome> => {
  let seen = 0;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { outcome, current } = await visits.report({ ...placed, by, on }, seen);
    if (outcome === 'unchanged') return 'unchanged';
    if (outcome === 'stored') return current.revision === 1 ? 'added' : 'corrected';
    seen = current?.revision ?? 0;
  }
  const { commune, week } = placed;
  throw new VisitsContended(`the visits of ${commune.code} in ${week} are being changed by others`);
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
  { placed, ...importer }: Importer & { placed: readonly PlacedVisits[] },
  advance: (count: number) => void = () => {},
): Promise<Record<Outcome, number>> => {
  const imported = { added: 0, corrected: 0, unchanged: placed.length };
  for (const province of provinces) {
    await pMap(
      await changed(visits, province, placed),
      async (each) => {
        const outcome = await importReport(visits, each, importer);
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
