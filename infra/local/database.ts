import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { chooseEngine, type EngineName, engineNames, never, startEngine } from './engine.ts';
import { type Answer, askOwner, type Lock, lockAddress, takeLock } from './engine-lock.ts';

const Announcement = z.object({ endpoint: z.url(), engine: z.enum(engineNames) });
type Announcement = z.infer<typeof Announcement>;

/** The DynamoDB of one data folder. */
export interface Database {
  endpoint: string;
  engine: EngineName | 'external';
  /** Whether this process runs the engine; others use the one that they found. */
  owner: boolean;
  /** Resolves, with a line for people, when the database goes away although nobody closed it; never rejects. */
  failed: Promise<string>;
  /** Has to be called: an open database keeps the process alive. */
  close: () => Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEADLINE_MS = 15_000;
const RETRY_MS = 20;

/**
 * Opens the database under `dataDir`: starts its engine, or finds the one that another process runs there.
 * `DYNAMODB_ENDPOINT` names any other DynamoDB; `ENGINE` and `DYNOXIDE_BIN` choose the engine.
 */
export const openDatabase = async (
  dataDir: string,
  environment: Environment = process.env,
): Promise<Database> => {
  const endpoint = environment['DYNAMODB_ENDPOINT'];
  if (endpoint) return database({ endpoint, engine: 'external', owner: false }, never, async () => {});

  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  const address = lockAddress(folder);
  const deadline = Date.now() + DEADLINE_MS;
  while (Date.now() < deadline) {
    const lock = await takeLock(address);
    if (lock) return own(folder, lock, environment);
    const answer = await askOwner(address, deadline);
    if (answer) return join(answer);
    await delay(RETRY_MS); // the owner is on its way out: the lock may be free now
  }
  throw new Error(`Another process has opened ${folder} and does not answer. Stop it and try again.`);
};

const own = async (folder: string, lock: Lock, environment: Environment): Promise<Database> => {
  try {
    const name = chooseEngine(folder, environment);
    const engine = await startEngine(name, folder, environment);
    const announcement: Announcement = { endpoint: engine.endpoint, engine: name };
    lock.announce(JSON.stringify(announcement));
    return database({ ...announcement, owner: true }, engine.failed, async () => {
      lock.announce(undefined);
      try {
        await engine.stop();
      } finally {
        // The lock goes last: whoever takes it opens a file that nobody else has open.
        await lock.release();
      }
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const join = (answer: Answer): Database => {
  const ended = answer.ownerGone.then(() => 'The process that ran the database has ended.');
  const announcement = Announcement.parse(JSON.parse(answer.message));
  return database({ ...announcement, owner: false }, ended, async () => answer.leave());
};

const database = (
  about: Pick<Database, 'endpoint' | 'engine' | 'owner'>,
  ended: Promise<string>,
  end: () => Promise<void>,
): Database => {
  let closed: Promise<void> | undefined;
  return {
    ...about,
    failed: ended.then((line) => (closed ? never : line)),
    close: () => {
      closed ??= end();
      return closed;
    },
  };
};

/** Creates the one table when it is missing and waits until it can be used; several may do so at once. */
export const ensureTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  const deadline = Date.now() + DEADLINE_MS;
  while ((await tableStatus(client, tableName)) !== 'ACTIVE') {
    if (Date.now() > deadline) throw new Error(`Table ${tableName} did not become active.`);
    await delay(RETRY_MS);
  }
};

const tableStatus = async (client: DynamoDBClient, tableName: string): Promise<string | undefined> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return Table?.TableStatus;
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    return createTable(client, tableName);
  }
};

const createTable = async (client: DynamoDBClient, tableName: string): Promise<string | undefined> => {
  try {
    const { TableDescription } = await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
    return TableDescription?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceInUseException) return undefined; // somebody else was faster
    throw error;
  }
};
