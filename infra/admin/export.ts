import { type Command, Option } from 'commander';
import * as z from 'zod/mini';
import { type Week, weekOf } from '../../functions/domain/iso-week.ts';
import { type Audience, audiences } from '../../functions/domain/measure/audience.ts';
import { exportProvince } from '../../functions/domain/measure/province-export.ts';
import { windowLengths } from '../../functions/domain/measure/shown-commune.ts';
import { type ProvinceExport, windowRanges } from '../../functions/domain/measure/shown-province.ts';
import type { CommuneCode } from '../../functions/domain/unit.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { type Stores, withStores } from './connect.ts';
import { printJson } from './output.ts';
import { readDetails, readProvince } from './read-province.ts';
import { Refused } from './refusal.ts';
import { findProvince } from './unit-lookup.ts';
import { weekArgument } from './week-argument.ts';

const Options = z.object({
  province: z.string(),
  commune: z.optional(z.string()),
  week: z.custom<Week>((value) => typeof value === 'string'),
  window: z.pipe(z.coerce.number(), z.literal([...windowLengths])),
  audience: z.enum(audiences),
});
type Options = z.infer<typeof Options>;

/** `export`: a province's numbers as one audience may see them. */
export const exportCommand = (program: Command): void => {
  program
    .command('export')
    .description("print a province's numbers as an audience may see them")
    .requiredOption('--province <code>', 'code of the province, two digits')
    .option('--commune <code>', 'only the row of this commune; what it is compared with stays the same')
    .requiredOption('--week <week>', 'the last week to look at, like 2026-W47', weekArgument)
    .addOption(
      new Option('--window <weeks>', 'length of the window').choices(windowLengths.map(String)).default('13'),
    )
    .addOption(new Option('--audience <who>', 'for whom').choices(audiences).default('province'))
    .addOption(new Option('--format <format>', 'how it is written').choices(['json']).default('json'))
    .action(async (options: unknown, command: Command) => {
      const wanted = Options.parse(options);
      await withStores(command, async (stores) => {
        refuseWeek(wanted, stores.now());
        printJson(await exportOf(stores, wanted));
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

const exportOf = async (
  { units, tallies }: Pick<Stores, 'units' | 'tallies'>,
  { province: code, commune, week, window, audience }: Options,
): Promise<ProvinceExport> => {
  const province = await findProvince(units, code);
  const isWanted = (each: CommuneCode): boolean => commune === undefined || each === commune;
  if (!province.communes.some((each) => isWanted(each.code))) {
    throw new Refused(`there is no commune ${commune} in province ${code}`);
  }
  const view = await readProvince(tallies, { province, at: week, audience });
  const ranges = new Map([...windowRanges(view, window)].filter(([each]) => isWanted(each)));
  const shown = exportProvince({ ...view, window, details: await readDetails(tallies, ranges) });
  return { ...shown, communes: shown.communes.filter((row) => isWanted(row.commune)) };
};
