import type { Command } from 'commander';
import * as z from 'zod/mini';
import { type DeskStore, deskStore } from '../../functions/store/desk-store.ts';
import { type ResponseStore, responseStore } from '../../functions/store/response-store.ts';
import { openTable, type Table } from '../../functions/store/table.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { type UnitStore, unitStore } from '../../functions/store/unit-store.ts';
import { localClock } from '../local/clock.ts';
import { type Database, openDatabase } from '../local/database.ts';
import { openLocalTable } from '../local/local-table.ts';
import { tableOfStage } from './deployed-table.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';

/** What commands work on. */
export interface Stores {
  units: UnitStore;
  desks: DeskStore;
  responses: ResponseStore;
  tallies: TallyStore;
  now: () => Date;
}

const Where = z.object({ table: z.optional(z.string()), stage: z.optional(z.string()) });

const storesOf = (table: Table, now: () => Date): Stores => ({
  units: unitStore(table),
  desks: deskStore(table),
  responses: responseStore(table),
  tallies: tallyStore(table),
  now,
});

const shiftedClock = (): (() => Date) => {
  try {
    return localClock(process.env);
  } catch (error) {
    throw new Refused(lineOf(error));
  }
};

const openLocally = async (): Promise<Database> => {
  try {
    return await openDatabase(process.env['DATA_DIR'] || '.data');
  } catch (error) {
    throw new Trouble(lineOf(error));
  }
};

const onLocalData = async (work: (stores: Stores) => Promise<void>): Promise<void> => {
  const now = shiftedClock();
  const database = await openLocally();
  try {
    await work(storesOf(await openLocalTable(database.endpoint), now));
  } finally {
    // An open database keeps the process alive.
    await database.close();
  }
};

/**
 * Does some work on a deployed stage when --table or --stage names one, else on the data of this machine, whether or
 * not the service is running there.
 */
export const withStores = async (
  command: Command,
  work: (stores: Stores) => Promise<void>,
): Promise<void> => {
  const { table, stage } = Where.parse(command.optsWithGlobals());
  if (!table && !stage) return onLocalData(work);
  if (process.env['CLOCK_SHIFT'])
    throw new Refused('CLOCK_SHIFT moves the clock of local data only: unset it');
  const name = table ?? (await tableOfStage(stage ?? ''));
  await work(storesOf(openTable({ TABLE_NAME: name }), () => new Date()));
};
