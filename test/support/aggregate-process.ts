import { setTimeout as delay } from 'node:timers/promises';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { parseWeek } from '../../functions/domain/iso-week.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { openLocalTable } from '../../infra/local/local-table.ts';

/**
 * Run as a process: aggregates the one province of a data folder, slowly enough to be killed at work. It says one
 * line for each item that is stored, and 'done' when it was not killed.
 */
const [dataDir = '', weekText = '', moment = ''] = process.argv.slice(2);
const week = parseWeek(weekText);
const database = await openDatabase(dataDir);
const table = await openLocalTable(database.endpoint);
const [province] = await unitStore(table).provinces();
if (!week || !province) throw new Error('nothing to aggregate');

const slowTable: typeof table = {
  ...table,
  put: async (item, condition) => {
    const stored = await table.put(item, condition);
    process.stdout.write(`${item.sk}\n`);
    await delay(15);
    return stored;
  },
};
const stores = { responses: responseStore(table), tallies: tallyStore(slowTable) };
await aggregateProvince(stores, province, { weeks: [week], now: new Date(moment) });
process.stdout.write('done\n');
await database.close();
