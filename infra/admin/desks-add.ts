import type { Command } from 'commander';
import * as z from 'zod/mini';
import { textLimits, tidied } from '../../functions/domain/limited-text.ts';
import { withStores } from './connect.ts';
import { readHours } from './desk-input.ts';
import { deskLine } from './desk-line.ts';
import { nameProblem } from './name.ts';
import { addDesk } from './new-desk.ts';
import { printJson } from './output.ts';
import { Refused } from './refusal.ts';
import { findCommune } from './unit-lookup.ts';

const Options = z.object({ commune: z.string(), name: z.string(), hours: z.optional(z.string()) });

/** `desks add`: one new desk; prints it with its code. */
export const desksAdd = (desks: Command): void => {
  desks
    .command('add')
    .description('add a desk to a commune')
    .requiredOption('--commune <code>', 'code of the commune, five digits')
    .requiredOption('--name <name>', 'what people call the desk')
    .option('--hours <hours>', 'when it is open, like "Mon-Sat 07:00-17:00"; without, it is never closed')
    .action(async (options: unknown, command: Command) => {
      const typed = Options.parse(options);
      const name = tidied(typed.name);
      const problem = nameProblem(name, textLimits.deskName);
      if (problem) throw new Refused(problem);
      const hours = readHours(typed.hours ?? '');
      if (!hours.ok) throw new Refused(hours.problem);
      await withStores(command, async (stores) => {
        const { commune, province } = await findCommune(stores.units, typed.commune);
        const about = { name, commune, province: { code: province.code, name: province.name } };
        printJson(deskLine(await addDesk(stores, { ...about, hours: hours.hours })));
      });
    });
};
