import type { Command } from 'commander';
import { dayOf } from '../../functions/domain/day.ts';
import type { CommuneCode, Province } from '../../functions/domain/unit.ts';
import { withStores } from './connect.ts';
import { type Problem, readRows, refuseRows } from './csv-rows.ts';
import { importVisits, type PlacedVisits } from './import-visits.ts';
import { printJson } from './output.ts';
import { withProgress } from './progress.ts';
import { type SaidVisits, saidVisits, visitsColumns } from './visits-rows.ts';

/** `visits import FILE`: the whole file is checked before anything is written; running it again changes nothing. */
export const visitsImport = (visits: Command): void => {
  visits
    .command('import')
    .description('take over how many visits communes received in weeks that have ended; later files correct')
    .argument('<file>', `CSV in UTF-8 with the columns ${visitsColumns.join(',')}`)
    .action(async (file: string, _: unknown, command: Command) => {
      const { rows, problems } = await readRows(file, { required: visitsColumns });
      await withStores(command, async (stores) => {
        const now = stores.now();
        const { said, problems: wrong } = saidVisits(rows, now);
        refuseRows(file, [...problems, ...wrong]);
        const provinces = await stores.units.provinces();
        const { placed, unknown } = place(said, provinces);
        refuseRows(file, unknown);
        printJson(
          await withProgress('weeks of communes', placed.length, (advance) =>
            importVisits(stores.visits, provinces, { placed, on: dayOf(now) }, advance),
          ),
        );
      });
    });
};

/** Finds the commune of each row. */
const place = (
  said: readonly SaidVisits[],
  provinces: readonly Province[],
): { placed: PlacedVisits[]; unknown: Problem[] } => {
  const communes = new Map<CommuneCode, PlacedVisits['commune']>(
    provinces.flatMap((province) => province.communes.map((commune) => [commune.code, commune])),
  );
  const placed: PlacedVisits[] = [];
  const unknown: Problem[] = [];
  for (const { line, commune: code, week, visits } of said) {
    const commune = communes.get(code);
    if (commune) placed.push({ commune, week, visits });
    else unknown.push({ line, text: `there is no commune ${code}` });
  }
  return { placed, unknown };
};
