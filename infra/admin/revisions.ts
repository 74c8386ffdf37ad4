import type { Command } from 'commander';
import * as z from 'zod/mini';
import type { Week } from '../../functions/domain/iso-week.ts';
import { withStores } from './connect.ts';
import { printJson } from './output.ts';
import { findCommune } from './unit-lookup.ts';
import { weekArgument } from './week-argument.ts';

const Options = z.object({
  commune: z.string(),
  week: z.custom<Week>((value) => typeof value === 'string'),
});

/** `revisions`: what was counted in a closed week at first, and after each change: when, why and how much. */
export const revisions = (program: Command): void => {
  program
    .command('revisions')
    .description('what was counted in a closed week of a commune at first, and after each change')
    .requiredOption('--commune <code>', 'of this commune')
    .requiredOption('--week <week>', 'in this week, like 2026-W47', weekArgument)
    .action(async (options: unknown, command: Command) => {
      const { commune: code, week } = Options.parse(options);
      await withStores(command, async ({ units, tallies }) => {
        const { commune } = await findCommune(units, code);
        printJson(await tallies.revisionsOf(commune, week));
      });
    });
};
