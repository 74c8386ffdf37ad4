import type { Command } from 'commander';
import * as z from 'zod/mini';
import { type VerifiedWeek, verifyProvince } from '../../functions/aggregate/verify-province.ts';
import type { Province } from '../../functions/domain/unit.ts';
import { type Stores, withStores } from './connect.ts';
import { say } from './output.ts';
import { Trouble } from './refusal.ts';
import { findProvince } from './unit-lookup.ts';
import { writeOutput } from './write-output.ts';

const Options = z.object({ province: z.optional(z.string()) });

/** What was found in all weeks together: how many tallies of communes, and how many differences. */
interface Totals extends Omit<VerifiedWeek, 'week' | 'differences'> {
  weeksOfProvinces: number;
  differences: number;
}

/** So many weeks of a province between two lines that say how far it has come. */
const weeksPerLine = 26;

async function* verifiedWeeks(stores: Stores, provinces: readonly Province[]) {
  const circumstances = { now: stores.now(), retention: stores.retention };
  for (const province of provinces) {
    let weeks = 0;
    for await (const verified of verifyProvince(stores, province, circumstances)) {
      yield verified;
      weeks += 1;
      if (weeks % weeksPerLine === 0) say(`province ${province.code}: up to ${verified.week}`);
    }
    say(`province ${province.code}: ${weeks} weeks of ${province.communes.length} communes`);
  }
}

/** One JSON object, written as it becomes known: there may be more differences than memory. */
async function* reportOf(weeks: AsyncIterable<VerifiedWeek>, totals: Totals): AsyncGenerator<Uint8Array> {
  const bytes = (text: string): Uint8Array => Buffer.from(text);
  yield bytes('{"differences":[');
  for await (const { differences, ...week } of weeks) {
    totals.weeksOfProvinces += 1;
    totals.checked += week.checked;
    totals.expired += week.expired;
    totals.pending += week.pending;
    for (const difference of differences) {
      yield bytes(`${totals.differences === 0 ? '' : ','}${JSON.stringify(difference)}`);
      totals.differences += 1;
    }
  }
  const { differences: _, ...counts } = totals;
  yield bytes(`],${JSON.stringify(counts).slice(1)}\n`);
}

/** `verify`: recomputes every closed week from its responses and tells what differs. It changes nothing. */
export const verify = (program: Command): void => {
  program
    .command('verify')
    .description('recompute every closed week from its answers and tell what differs')
    .option('--province <code>', 'only this province')
    .action(async (options: unknown, command: Command) => {
      const { province: code } = Options.parse(options);
      await withStores(command, async (stores) => {
        const provinces = code ? [await findProvince(stores.units, code)] : await stores.units.provinces();
        const totals: Totals = { weeksOfProvinces: 0, checked: 0, expired: 0, pending: 0, differences: 0 };
        await writeOutput(reportOf(verifiedWeeks(stores, provinces), totals));
        if (totals.differences > 0)
          throw new Trouble(`what differs stands on standard output: ${totals.differences}`);
      });
    });
};
