import { type Command, Option } from 'commander';
import * as z from 'zod/mini';
import { type Week, weekOf } from '../../functions/domain/iso-week.ts';
import { type Audience, audiences } from '../../functions/domain/measure/audience.ts';
import { windowLengths } from '../../functions/domain/measure/shown-commune.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { exportFormats, fileOf } from '../../functions/export/formats.ts';
import { type ExportRequest, readExport } from '../../functions/export/read-export.ts';
import { type Stores, withStores } from './connect.ts';
import { Refused } from './refusal.ts';
import { findProvince } from './unit-lookup.ts';
import { weekArgument } from './week-argument.ts';
import { writeOutput } from './write-output.ts';

const Options = z.object({
  province: z.string(),
  commune: z.optional(z.string()),
  week: z.custom<Week>((value) => typeof value === 'string'),
  window: z.pipe(z.coerce.number(), z.literal([...windowLengths])),
  audience: z.enum(audiences),
  format: z.enum(exportFormats),
  output: z.optional(z.string()),
});
type Options = z.infer<typeof Options>;

/** `export`: a province's numbers as one audience may see them. */
export const exportCommand = (program: Command): void => {
  program
    .command('export')
    .description("write a province's numbers as an audience may see them")
    .requiredOption('--province <code>', 'code of the province, two digits')
    .option('--commune <code>', 'only the row of this commune; what it is compared with stays the same')
    .requiredOption('--week <week>', 'the last week to look at, like 2026-W47', weekArgument)
    .addOption(
      new Option('--window <weeks>', 'length of the window').choices(windowLengths.map(String)).default('13'),
    )
    .addOption(new Option('--audience <who>', 'for whom').choices(audiences).default('province'))
    .addOption(
      new Option(
        '--format <format>',
        'json or csv (UTF-8, decimal points, shares 0…1) for programs, xlsx for people',
      )
        .choices(exportFormats)
        .default('json'),
    )
    .option('--output <file>', 'write to this file instead of standard output')
    .action(async (options: unknown, command: Command) => {
      const wanted = Options.parse(options);
      await withStores(command, async (stores) => {
        refuseWeek(wanted, stores.now());
        refuseTerminal(wanted);
        const request = await requestOf(stores, wanted);
        const shown = await readExport(stores, request);
        await writeOutput(fileOf(wanted.format, shown, request), wanted.output);
      });
    });
};

/** A number that moves during the day names the person who came: only the operator sees the open week. */
const refuseWeek = ({ week, audience }: { week: Week; audience: Audience }, now: Date): void => {
  if (week > weekOf(now)) throw new Refused(`week ${week} has not begun`);
  if (audience !== 'operator' && week > lastEndedWeek(now)) {
    throw new Refused(
      `week ${week} has not ended: only the operator sees it; the last one is ${lastEndedWeek(now)}`,
    );
  }
};

/** The bytes of a workbook would only upset a terminal. */
const refuseTerminal = ({ format, output }: Options): void => {
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) {
    throw new Refused('a workbook is not text: name a file with --output');
  }
};

const requestOf = async (
  { units }: Pick<Stores, 'units'>,
  { province: code, commune, week, window, audience }: Options,
): Promise<ExportRequest> => {
  const province = await findProvince(units, code);
  if (commune !== undefined && !province.communes.some((each) => each.code === commune)) {
    throw new Refused(`there is no commune ${commune} in province ${code}`);
  }
  return { province, commune, at: week, window, audience };
};
