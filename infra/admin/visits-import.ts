import type { Command } from 'commander';
import { importVisits, placeVisits, VisitsContended } from '../../functions/administration/import-visits.ts';
import { dayOf } from '../../functions/domain/day.ts';
import { visitsColumns } from '../../functions/import/visits-table.ts';
import { withStores } from './connect.ts';
import { readRows, refuseRows } from './csv-rows.ts';
import { printJson } from './output.ts';
import { withProgress } from './progress.ts';
import { Trouble } from './refusal.ts';
import { saidVisits } from './visits-rows.ts';

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
        const { placed, unknown } = placeVisits(said, provinces);
        refuseRows(
          file,
          unknown.map(({ line, commune }) => ({ line, text: `there is no commune ${commune}` })),
        );
        printJson(
          await withProgress('weeks of communes', placed.length, (advance) =>
            importVisits(stores.visits, provinces, { placed, by: 'import', on: dayOf(now) }, advance).catch(
              asTrouble,
            ),
          ),
        );
      });
    });
};

const asTrouble = (error: unknown): never => {
  if (error instanceof VisitsContended) throw new Trouble(`${error.message}: run it again`);
  throw error;
};
