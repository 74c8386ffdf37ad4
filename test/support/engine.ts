import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, it } from 'vitest';
import { tableClient } from '../../functions/store/table-client.ts';
import { ensureTable } from '../../infra/local/database.ts';
import { type Engine, type EngineName, engineNames, startEngine } from '../../infra/local/engine.ts';
import { dynoxideBinary } from '../../infra/local/engine-dynoxide.ts';

/** The engines that run on this machine: contract tests are `describe.each(engines)`. */
export const engines: EngineName[] = engineNames.filter(
  (name) => name !== 'dynoxide' || dynoxideBinary(process.env) !== undefined,
);

if (!engines.includes('dynoxide'))
  it.skip('runs on dynoxide, too (its binary is not installed on this machine)', () => {});

export interface TestTable {
  endpoint: string;
  tableName: string;
  client: DynamoDBClient;
}

/** A client for a local engine, which accepts any credentials. */
export const localClient = (endpoint: string): DynamoDBClient => {
  const client = tableClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: {},
  });
  clients.push(client);
  return client;
};

/** A fresh, empty table, on an in-memory engine that all tables of this test file share. */
export const testTable = async (name: EngineName): Promise<TestTable> => {
  const engine = await running(name);
  const table = {
    endpoint: engine.endpoint,
    tableName: `test-${randomUUID()}`,
    client: localClient(engine.endpoint),
  };
  await ensureTable(table.client, table.tableName);
  return table;
};

const clients: DynamoDBClient[] = [];
const started = new Map<EngineName, Promise<Engine>>();

const running = (name: EngineName): Promise<Engine> => {
  const engine = started.get(name) ?? startEngine(name, undefined, process.env);
  started.set(name, engine);
  return engine;
};

// Vitest loads this module once per test file, so what is started here ends with that file.
afterAll(async () => {
  for (const client of clients) client.destroy();
  for (const engine of started.values()) await (await engine).stop();
});
