import type { Command } from 'commander';
import * as z from 'zod/mini';
import { retentionOf } from '../../functions/config.ts';
import type { Retention } from '../../functions/domain/retention.ts';
import { type AuditStore, auditStore } from '../../functions/store/audit-store.ts';
import { type BurstStore, burstStore } from '../../functions/store/burst-store.ts';
import { type DeskStore, deskStore } from '../../functions/store/desk-store.ts';
import { type ResponseStore, responseStore } from '../../functions/store/response-store.ts';
import { openTable, type Table } from '../../functions/store/table.ts';
import { patientClient } from '../../functions/store/table-client.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { type UnitStore, unitStore } from '../../functions/store/unit-store.ts';
import { type VisitsStore, visitsStore } from '../../functions/store/visits-store.ts';
import { stageConfig } from '../aws/config.ts';
import { localClock } from '../local/clock.ts';
import { type Database, openDatabase } from '../local/database.ts';
import { openLocalTable } from '../local/local-table.ts';
import { tableOfStage } from './deployed-table.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';

/** What commands work on. */
export interface Stores {
  units: UnitStore;
  desks: DeskStore;
  audit: AuditStore;
  responses: ResponseStore;
  tallies: TallyStore;
  visits: VisitsStore;
  bursts: BurstStore;
  /** For stores that only few commands need. */
  table: Table;
  now: () => Date;
  retention: Retention;
}

const Where = z.object({ table: z.optional(z.string()), stage: z.optional(z.string()) });

const storesOf = (table: Table, now: () => Date, retention: Retention): Stores => ({
  units: unitStore(table),
  desks: deskStore(table),
  audit: auditStore(table),
  responses: responseStore(table, retention),
  tallies: tallyStore(table),
  visits: visitsStore(table),
  bursts: burstStore(table),
  table,
  now,
  retention,
});

/** A setting of this machine; one that can't be read is refused. */
const setting = <T>(read: (environment: NodeJS.ProcessEnv) => T): T => {
  try {
    return read(process.env);
  } catch (error) {
    throw new Refused(lineOf(error));
  }
};

/** Of a stage, as it is deployed from here; of a table by name and of this machine, as its environment says. */
const retentionFor = (stage: string | undefined): Retention =>
  setting((environment) => (stage ? stageConfig({ stage }).retention : retentionOf(environment)));

/** The data of this machine. */
export interface LocalData {
  dataDir: string;
  database: Database;
}

const localDataDir = (): string => process.env['DATA_DIR'] || '.data';

const openLocally = async (): Promise<Database> => {
  try {
    return await openDatabase(localDataDir());
  } catch (error) {
    throw new Trouble(lineOf(error));
  }
};

const onLocalData = async (work: (stores: Stores, place: LocalData) => Promise<void>): Promise<void> => {
  const now = setting(localClock);
  const retention = retentionFor(undefined);
  const database = await openLocally();
  try {
    const table = await openLocalTable(database.endpoint);
    await work(storesOf(table, now, retention), { dataDir: localDataDir(), database });
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
  const opened = openTable({ TABLE_NAME: name }, patientClient());
  await work(storesOf(opened, () => new Date(), retentionFor(table ? undefined : stage)));
};

/** Does some work on the data of this machine, and on nothing else. */
export const withLocalStores = async (
  command: Command,
  work: (stores: Stores, place: LocalData) => Promise<void>,
): Promise<void> => {
  const { table, stage } = Where.parse(command.optsWithGlobals());
  if (table || stage) throw new Refused(`${command.name()} works on the data of this machine only`);
  await onLocalData(work);
};
