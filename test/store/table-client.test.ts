import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTable } from '../../functions/store/table.ts';
import { patientClient, tableClient } from '../../functions/store/table-client.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';
import { engines } from '../support/engine.ts';
import { collected, present } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

let opened: OpenTestTable;
let proxy: DatabaseProxy;
const clients: DynamoDBClient[] = [];

beforeAll(async () => {
  opened = await openTestTable(present(engines[0]));
  proxy = await startDatabaseProxy(opened.endpoint);
  await opened.table.put({ pk: 'a', sk: '1' });
});
afterAll(() => proxy.stop());

beforeEach(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', proxy.url);
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  proxy.throttled = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const client of clients.splice(0)) client.destroy();
});

/** Reads by this client through a table that throttles so many requests before it answers. */
const readThrottled = async (client: DynamoDBClient, times: number) => {
  clients.push(client);
  proxy.isThrottled = () => proxy.throttled < times;
  const table = openTable({ TABLE_NAME: opened.tableName }, client);
  return (await collected(table.query('a'))).map(({ sk }) => sk);
};

describe.each([
  ['a citizen waits for', () => tableClient(), 4],
  ['nobody waits for', () => patientClient(), 10],
] as const)('a request that %s', (_, client, attempts) => {
  beforeEach(() => {
    // Each wait is a random part of its longest: without waiting.
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });

  it(`is made up to ${attempts} times while the table throttles it`, async () => {
    expect(await readThrottled(client(), attempts - 1)).toEqual(['1']);
    expect(proxy.throttled).toBe(attempts - 1);
  });

  it('then fails', async () => {
    await expect(readThrottled(client(), attempts)).rejects.toThrow(Unavailable);
    expect(proxy.throttled).toBe(attempts);
  });
});

it('a request that nobody waits for waits for a random part of 1, 2, 4, … and at most 20 s between attempts', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await readThrottled(patientClient(), 9);
  const longest = [1, 2, 4, 8, 16, 20, 20, 20, 20].map((seconds) => seconds * 1000);
  // Timers of connections stand between them.
  const waited = timers.mock.calls.map(([, milliseconds = 0]) => milliseconds * 100);
  expect(waited.filter((each) => longest.includes(Math.round(each)))).toEqual(longest);
});
