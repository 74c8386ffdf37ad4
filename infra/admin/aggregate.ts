import type { Command } from 'commander';
import * as z from 'zod/mini';
import { refusalOf } from '../../functions/aggregate/aggregate-province.ts';
import { aggregateProvinces } from '../../functions/aggregate/nightly.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import { unclosedWeeks } from '../../functions/domain/week-life.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { withStores } from './connect.ts';
import { printJson, say } from './output.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';
import { findProvince } from './unit-lookup.ts';
import { weekArgument } from './week-argument.ts';

const Options = z.object({
  week: z.optional(z.custom<Week>((value) => typeof value === 'string')),
  province: z.optional(z.string()),
});

/** What the nightly run logs is said to the person who asked. */
const log = { failure: (what: string, error: unknown) => say(`${what}: ${lineOf(error)}`) };

/** `aggregate`: counts the answers of weeks again. It may be run at any time, and as often as one likes. */
export const aggregate = (program: Command): void => {
  program
    .command('aggregate')
    .description('count answers: the open and the provisional weeks, or one week')
    .option('--week <week>', 'count this week only, like 2026-W47', weekArgument)
    .option('--province <code>', 'count this province only')
    .action(async (options: unknown, command: Command) => {
      const { week, province } = Options.parse(options);
      await withStores(command, async (stores) => {
        const now = stores.now();
        const refusal = week && refusalOf(week, now);
        if (refusal) throw new Refused(refusal);
        const weeks = week ? [week] : unclosedWeeks(now);
        const provinces =
          province === undefined ? undefined : [(await findProvince(stores.units, province)).code];
        const report = await aggregateProvinces({ ...stores, log }, { weeks, provinces }).catch((error) => {
          throw error instanceof Unavailable ? error : new Trouble(lineOf(error));
        });
        printJson({ weeks, ...report });
      });
    });
};
