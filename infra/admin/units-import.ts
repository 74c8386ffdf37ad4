import type { Command } from 'commander';
import { withStores } from './connect.ts';
import { readRows, refuseRows } from './csv-rows.ts';
import { importUnits, moves } from './import-units.ts';
import { printJson } from './output.ts';
import { withProgress } from './progress.ts';
import { unitColumns, unitsOf } from './unit-rows.ts';

/** `units import FILE`: the whole file is checked before anything is written; running it again changes nothing. */
export const unitsImport = (units: Command): void => {
  units
    .command('import')
    .description('take over provinces and communes from a CSV file and rename their desks')
    .argument('<file>', `CSV in UTF-8 with the columns ${unitColumns.join(',')}`)
    .action(async (file: string, _: unknown, command: Command) => {
      const { rows, problems } = await readRows(file, { required: unitColumns });
      const unitFile = unitsOf(rows);
      refuseRows(file, [...problems, ...unitFile.problems]);
      await withStores(command, async (stores) => {
        const stored = await stores.units.provinces();
        refuseRows(file, moves(unitFile, stored));
        printJson(
          await withProgress('communes', unitFile.lineOf.size, (advance) =>
            importUnits(stores, unitFile, stored, advance),
          ),
        );
      });
    });
};
