import type { Command } from 'commander';
import * as z from 'zod/mini';
import type { Desk } from '../../functions/domain/desk.ts';
import { spellDeskCode } from '../../functions/domain/desk-code.ts';
import { communeTitle } from '../../functions/domain/unit.ts';
import { alignColumns } from './align-columns.ts';
import { type Stores, withStores } from './connect.ts';
import { deskLine, desksOf } from './desk-line.ts';
import { print, printJson } from './output.ts';
import { findCommune, findProvince } from './unit-lookup.ts';

const Options = z.object({
  json: z.optional(z.boolean()),
  province: z.optional(z.string()),
  commune: z.optional(z.string()),
});

const select = async (
  { units, desks }: Pick<Stores, 'units' | 'desks'>,
  { province, commune }: z.infer<typeof Options>,
): Promise<Desk[]> => {
  if (commune !== undefined) {
    const { province } = await findCommune(units, commune);
    return (await desksOf(desks, [province.code])).filter((desk) => desk.commune.code === commune);
  }
  if (province !== undefined) return desksOf(desks, [(await findProvince(units, province)).code]);
  return desksOf(
    desks,
    (await units.provinces()).map(({ code }) => code),
  );
};

const tableOf = (desks: readonly Desk[]): string =>
  alignColumns([
    ['CODE', 'COMMUNE', '', 'DESK', 'STATUS', 'HOURS'],
    ...desks.map(({ code, commune, name, status, hours = '' }) => [
      spellDeskCode(code),
      commune.code,
      communeTitle(commune),
      name,
      status,
      hours,
    ]),
  ]);

/** `desks list`: for people as a table, with --json for programs. */
export const desksList = (desks: Command): void => {
  desks
    .command('list')
    .description('list desks by province, commune and name')
    .option('--json', 'print an array of { code, commune, name, status, hours }')
    .option('--province <code>', 'only of this province')
    .option('--commune <code>', 'only of this commune')
    .action(async (options: unknown, command: Command) => {
      const wanted = Options.parse(options);
      await withStores(command, async (stores) => {
        const found = await select(stores, wanted);
        if (wanted.json) printJson(found.map(deskLine));
        else print(tableOf(found));
      });
    });
};
