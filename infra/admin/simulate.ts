import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod/mini';
import { refusalOf } from '../../functions/aggregate/aggregate-province.ts';
import { addWeeks, type Week, weeksFrom } from '../../functions/domain/iso-week.ts';
import type { Province } from '../../functions/domain/unit.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { takeForSimulation } from '../local/room-for-simulation.ts';
import { typical } from '../simulation/sample-responses.ts';
import { type SimulatedCommune, type Simulation, simulateProvince } from '../simulation/simulate-province.ts';
import { chosenUnits } from './chosen-units.ts';
import { type Stores, withLocalStores } from './connect.ts';
import { printJson } from './output.ts';
import { withProgress } from './progress.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';
import { weekArgument } from './week-argument.ts';

const Options = z.object({
  province: z.optional(z.array(z.string())),
  commune: z.optional(z.array(z.string())),
  all: z.optional(z.boolean()),
  weeks: z.number(),
  until: z.optional(z.custom<Week>((value) => typeof value === 'string')),
  answers: z.number(),
  satisfied: z.number(),
  spread: z.number(),
  seed: z.number(),
  desks: z.number(),
  output: z.optional(z.string()),
});
type Options = z.infer<typeof Options>;

const oneMore = (typed: string, before: string[] | undefined): string[] => [...(before ?? []), typed];

const numberArgument =
  (isRight: (value: number) => boolean, what: string) =>
  (typed: string): number => {
    const value = Number(typed);
    if (typed.trim() === '' || !isRight(value)) throw new InvalidArgumentError(`It has to be ${what}.`);
    return value;
  };

const wholeBetween = (least: number, most: number) =>
  numberArgument(
    (value) => Number.isInteger(value) && value >= least && value <= most,
    `a whole number from ${least} to ${most}`,
  );
const share = numberArgument((value) => value > 0 && value < 1, 'between 0 and 1');

/** `simulate`: answers with known true rates, to try out on this machine what the measure says of them. */
export const simulate = (program: Command): void => {
  program
    .command('simulate')
    .description('make up answers with known true rates, on a data folder without real ones')
    .addOption(
      new Option('--province <code>', 'in this province (may be given again)')
        .argParser(oneMore)
        .conflicts('all'),
    )
    .addOption(
      new Option('--commune <code>', 'in this commune (may be given again)')
        .argParser(oneMore)
        .conflicts('all'),
    )
    .option('--all', 'in every province')
    .option('--weeks <count>', 'so many weeks', wholeBetween(1, 104), 13)
    .option(
      '--until <week>',
      'the last of them, like 2026-W47 (default: the last that has ended)',
      weekArgument,
    )
    .option(
      '--answers <mean>',
      'answers of a commune a week, in the mean',
      numberArgument((value) => value >= 0 && value <= 1_000_000, 'from 0 to 1,000,000'),
      typical.answers,
    )
    .option('--satisfied <mean>', 'true share of satisfied people, in the mean', share, typical.satisfied)
    .option(
      '--spread <deviation>',
      'standard deviation of that share between communes',
      numberArgument((value) => value >= 0 && value < 0.5, 'from 0 to 0.5'),
      typical.spread,
    )
    .option('--seed <number>', 'the same number makes the same answers', wholeBetween(0, 2 ** 32), 1)
    .option('--desks <count>', 'desks for each commune that has none', wholeBetween(1, 50), 1)
    .option('--output <file>', 'write the summary there instead of to standard output')
    .action(async (options: unknown, command: Command) => {
      const wanted = Options.parse(options);
      refuseSpread(wanted);
      await withLocalStores(command, async (stores, { database, dataDir }) => {
        const weeks = weeksOf(wanted, stores);
        const provinces = await chosenUnits(stores.units, wanted);
        const refusal = await takeForSimulation(database, dataDir);
        if (refusal) throw new Refused(refusal);
        const simulation: Simulation = {
          seed: wanted.seed,
          weeks,
          population: { satisfied: wanted.satisfied, spread: wanted.spread, answers: wanted.answers },
          desksEach: wanted.desks,
        };
        await report(wanted.output, simulation, await simulateAll(stores, provinces, simulation));
      });
    });
};

const refuseSpread = ({ satisfied, spread }: Options): void => {
  if (spread ** 2 >= satisfied * (1 - satisfied)) {
    throw new Refused(`shares with a mean of ${satisfied} can't differ by ${spread}`);
  }
};

const weeksOf = (
  { weeks: count, until }: Options,
  { now: clock, retention }: Pick<Stores, 'now' | 'retention'>,
): Week[] => {
  const now = clock();
  const last = until ?? lastEndedWeek(now);
  const weeks = weeksFrom(addWeeks(last, 1 - count), last);
  const refusal = weeks.map((week) => refusalOf(week, now, retention)).find(Boolean);
  if (refusal) throw new Refused(refusal);
  return weeks;
};

const simulateAll = (
  stores: Stores,
  provinces: readonly Province[],
  simulation: Simulation,
): Promise<SimulatedCommune[]> => {
  const communes = provinces.reduce((total, province) => total + province.communes.length, 0);
  return withProgress('weeks of communes', communes * simulation.weeks.length, async (advance) => {
    const simulated: SimulatedCommune[] = [];
    for (const province of provinces) {
      simulated.push(...(await simulateProvince(stores, province, simulation, advance)));
    }
    return simulated;
  });
};

const report = async (
  file: string | undefined,
  { seed, weeks, population }: Simulation,
  communes: readonly SimulatedCommune[],
): Promise<void> => {
  const responses = communes.reduce((total, commune) => total + commune.responses, 0);
  const summary = { seed, from: weeks.at(0), to: weeks.at(-1), population, responses, communes };
  if (file === undefined) return printJson(summary);
  try {
    await writeFile(file, `${JSON.stringify(summary)}\n`);
  } catch (error) {
    throw new Trouble(`can't write ${file}: ${lineOf(error)}`);
  }
};
