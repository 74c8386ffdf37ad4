import type { Command } from 'commander';
import type { CommuneCode, Province } from '../../functions/domain/unit.ts';
import { withStores } from './connect.ts';
import { type Problem, readRows, refuseRows } from './csv-rows.ts';
import { deskColumns, type WantedDesk, wantedDesks } from './desk-rows.ts';
import { type DeskUnits, importDesks, type PlacedDesk } from './import-desks.ts';
import { printJson } from './output.ts';
import { withProgress } from './progress.ts';

/** `desks import FILE`: the whole file is checked before anything is written; running it again adds nothing. */
export const desksImport = (desks: Command): void => {
  desks
    .command('import')
    .description('add the desks of a CSV file that are not there, and set the hours of those that are')
    .argument('<file>', 'CSV in UTF-8 with the columns commune,name[,hours]; empty hours: never closed')
    .action(async (file: string, _: unknown, command: Command) => {
      const read = await readRows(file, deskColumns);
      const { desks: wanted, problems } = wantedDesks(read);
      refuseRows(file, [...read.problems, ...problems]);
      await withStores(command, async (stores) => {
        const { placed, unknown } = place(wanted, await stores.units.provinces());
        refuseRows(file, unknown);
        printJson(
          await withProgress('desks', placed.length, (advance) => importDesks(stores, placed, advance)),
        );
      });
    });
};

/** Finds the commune of each desk. */
const place = (
  wanted: readonly WantedDesk[],
  provinces: readonly Province[],
): { placed: PlacedDesk[]; unknown: Problem[] } => {
  const units = new Map<CommuneCode, DeskUnits>(
    provinces.flatMap(({ code, name, communes }) =>
      communes.map((commune) => [commune.code, { commune, province: { code, name } }]),
    ),
  );
  const placed: PlacedDesk[] = [];
  const unknown: Problem[] = [];
  for (const { line, commune, name, hours } of wanted) {
    const found = units.get(commune);
    if (found) placed.push({ ...found, name, hours });
    else unknown.push({ line, text: `there is no commune ${commune}` });
  }
  return { placed, unknown };
};
