import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod/mini';
import { refusalOf } from '../../functions/aggregate/aggregate-province.ts';
import { nightSteps } from '../../functions/aggregate/night-steps.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import { textLimits, textProblem, tidied } from '../../functions/domain/limited-text.ts';
import type { Province } from '../../functions/domain/unit.ts';
import { unclosedWeeks } from '../../functions/domain/week-life.ts';
import { runNight } from '../local/run-night.ts';
import { type Stores, withStores } from './connect.ts';
import { printJson, say } from './output.ts';
import { withProgress } from './progress.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';
import { findProvince } from './unit-lookup.ts';
import { weekArgument } from './week-argument.ts';

const Options = z.object({
  week: z.optional(z.custom<Week>((value) => typeof value === 'string')),
  province: z.optional(z.string()),
  reason: z.optional(z.string()),
});

export const reasonArgument = (typed: string): string => {
  const reason = tidied(typed);
  const problem = textProblem(reason, textLimits.reason);
  if (problem === 'unprintable') throw new InvalidArgumentError('A reason is one line of printable text.');
  if (problem) {
    throw new InvalidArgumentError(`A reason has 1 to ${textLimits.reason.longest} characters.`);
  }
  return reason;
};

/** What the nightly run logs is said to the person who asked. */
const log = { failure: (what: string, error: unknown) => say(`${what}: ${lineOf(error)}`) };

const provincesOf = async ({ units }: Stores, code: string | undefined): Promise<Province[]> =>
  code === undefined ? units.provinces() : [await findProvince(units, code)];

/**
 * `aggregate`: counts the answers of weeks again. It may be run at any time, and as often as one likes: what was
 * counted before it was interrupted is only read.
 */
export const aggregate = (program: Command): void => {
  program
    .command('aggregate')
    .description('count answers: the open and the provisional weeks, or one week')
    .option('--week <week>', 'count this week only, like 2026-W47', weekArgument)
    .option('--province <code>', 'count this province only')
    .option(
      '--reason <text>',
      'why, in words for those who see that the numbers of a closed week changed',
      reasonArgument,
    )
    .action(async (options: unknown, command: Command) => {
      const { week, province, reason } = Options.parse(options);
      await withStores(command, async (stores) => {
        const now = stores.now();
        const refusal = week && refusalOf(week, now, stores.retention);
        if (refusal) throw new Refused(refusal);
        const weeks = week ? [week] : unclosedWeeks(now);
        const provinces = await provincesOf(stores, province);
        const communes = provinces.reduce((total, each) => total + each.communes.length, 0);

        const { responses, written, notCounted } = await withProgress(
          'weeks of communes',
          communes * weeks.length,
          // Whoever waits here tries again with the same command.
          (advance) =>
            runNight(
              nightSteps({ ...stores, log }),
              {
                ...(week && { weeks: [week] }),
                atOnce: true,
                reason,
                provinces: provinces.map(({ code }) => code),
              },
              { advance, retries: [] },
            ),
        );
        printJson({ weeks, communes, responses, written, notCounted });
        if (notCounted.length > 0) throw new Trouble(`not counted: provinces ${notCounted.join(', ')}`);
      });
    });
};
