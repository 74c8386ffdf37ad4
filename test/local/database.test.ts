import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, ensureTable, openDatabase } from '../../infra/local/database.ts';
import { engines, localClient } from '../support/engine.ts';

let dataDir: string;
const opened: Database[] = [];
const processes: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'thuoc-do-test-'));
});

afterEach(async () => {
  for (const child of processes.splice(0)) await kill(child);
  for (const database of opened.splice(0).reverse()) await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const open = async (environment: Record<string, string>): Promise<Database> => {
  const database = await openDatabase(dataDir, environment);
  opened.push(database);
  return database;
};

const Opened = z.object({ endpoint: z.string(), owner: z.boolean() });

/** Opens the database in a process of its own. */
const openElsewhere = async (engine: string, { openAt = 0, task = 'hold' } = {}) => {
  const script = fileURLToPath(new URL('../support/engine-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, `${openAt}`, task], {
    env: { PATH: process.env['PATH'], ENGINE: engine, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<unknown> => JSON.parse(z.string().parse((await lines.next()).value));
  return { child, nextLine, ...Opened.parse(await nextLine()) };
};

const kill = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const isListening = async (endpoint: string) => {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  const answer = await once(socket, 'connect').catch(() => undefined);
  socket.destroy();
  return answer !== undefined;
};

const put = (database: Database, sk: string) =>
  localClient(database.endpoint).send(
    new PutItemCommand({ TableName: 'answers', Item: { pk: { S: 'answer' }, sk: { S: sk } } }),
  );

const has = async (database: Database, sk: string) => {
  const key = { pk: { S: 'answer' }, sk: { S: sk } };
  const client = localClient(database.endpoint);
  return (await client.send(new GetItemCommand({ TableName: 'answers', Key: key }))).Item !== undefined;
};

describe.each(engines)('the database of a data folder, on %s', (engine) => {
  it('keeps what was stored when it is closed and opened again', async () => {
    const before = await open({ ENGINE: engine });
    await ensureTable(localClient(before.endpoint), 'answers');
    await put(before, '1');
    await before.close();

    const after = await open({});
    await ensureTable(localClient(after.endpoint), 'answers');
    expect(await has(after, '1')).toBe(true);
    expect(after).toMatchObject({ engine, owner: true });
  });

  it('is run by the process that opened it first and found by the others', async () => {
    const first = await open({ ENGINE: engine });
    const second = await openElsewhere(engine);
    expect(second).toMatchObject({ endpoint: first.endpoint, owner: false });
  });

  it('has one engine when several open it at the same moment', async () => {
    const openAt = Date.now() + 1500;
    const [one, two, ...here] = await Promise.all([
      openElsewhere(engine, { openAt }),
      openElsewhere(engine, { openAt }),
      delay(openAt - Date.now()).then(() => open({ ENGINE: engine })),
      delay(openAt - Date.now()).then(() => open({ ENGINE: engine })),
    ]);
    const all = [one, two, ...here];
    expect(all.filter(({ owner }) => owner)).toHaveLength(1);
    expect(new Set(all.map(({ endpoint }) => endpoint)).size).toBe(1);
  });

  it('loses no acknowledged put when its owner is killed, and leaves no engine behind', async () => {
    const owner = await openElsewhere(engine, { task: 'write' });
    const guest = await open({ ENGINE: engine });
    let acknowledged: unknown = 0;
    while (Number(acknowledged) < 100) acknowledged = await owner.nextLine();

    await kill(owner.child);
    expect(await guest.failed).toBe('The process that ran the database has ended.');
    await expect.poll(() => isListening(owner.endpoint), { timeout: 2000, interval: 20 }).toBe(false);

    const next = await open({ ENGINE: engine });
    expect(next.owner).toBe(true);
    for (let n = 1; n <= Number(acknowledged); n++) expect(await has(next, `${n}`)).toBe(true);
  });

  it('creates the table once, although several ask for it', async () => {
    const client = localClient((await open({ ENGINE: engine })).endpoint);
    await Promise.all([1, 2, 3].map(() => ensureTable(client, 'answers')));
    await ensureTable(client, 'answers');
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual(['answers']);
  });

  it('survives a client that goes away in the middle of a request', async () => {
    const database = await open({ ENGINE: engine });
    const socket = connect(Number(new URL(database.endpoint).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"half":');
    await delay(50);
    socket.resetAndDestroy();
    await delay(50);
    await ensureTable(localClient(database.endpoint), 'answers');
  });
});

describe('the database of a data folder', () => {
  it('is the one that DYNAMODB_ENDPOINT names, and nothing is started', async () => {
    const database = await open({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' });
    expect(database).toMatchObject({ endpoint: 'http://127.0.0.1:8000', engine: 'external', owner: false });
    expect(existsSync(join(dataDir, 'dynoxide.db')) || existsSync(join(dataDir, 'dynalite'))).toBe(false);
  });

  it('is not opened with an engine that nobody knows', async () => {
    await expect(open({ ENGINE: 'mysql' })).rejects.toThrow(
      'ENGINE is "mysql", but must be one of: dynoxide, dynalite.',
    );
    expect((await open({ ENGINE: 'dynalite' })).owner).toBe(true); // the refusal let the lock go
  });

  it.skipIf(!engines.includes('dynoxide'))('says so when its engine ends unasked', async () => {
    const database = await open({ ENGINE: 'dynoxide' });
    const engineGroup = Number(readFileSync(join(dataDir, 'dynoxide.db.pid'), 'utf8'));
    process.kill(-engineGroup, 'SIGKILL');
    expect(await database.failed).toMatch(/^The database engine ended unexpectedly/);
  });
});
