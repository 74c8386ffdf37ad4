import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expiryOf } from '../../functions/domain/retention.ts';
import { commentStore } from '../../functions/store/comment-store.ts';
import { keys } from '../../functions/store/keys.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { openLocalTable } from '../../infra/local/local-table.ts';
import { startService } from '../../infra/local/service.ts';
import { sweepExpired } from '../../infra/local/sweep.ts';
import { engines } from '../support/engine.ts';
import { canLoc, dayMs, sampleResponse, thanhSen, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

/** Expired long ago by any clock. */
const longAgo = week('2020-W10');
const recent = week('2026-W47');
const now = () => new Date();

describe.each(engines)('what has expired is deleted on %s', (engine) => {
  let opened: OpenTestTable;
  beforeEach(async () => {
    opened = await openTestTable(engine);
  });

  const sweep = (about: Partial<Parameters<typeof sweepExpired>[1]> = {}) =>
    sweepExpired(opened.client, { now, tableName: opened.tableName, ...about });
  const respond = (visited: typeof recent, commune = thanhSen.code) =>
    responseStore(opened.table).addOnce(sampleResponse({ week: visited, commune }));
  const left = async () => (await opened.items()).map(({ pk }) => pk).toSorted();

  it('answers, comments and whatever else says when it expires, in every commune', async () => {
    await respond(longAgo);
    await respond(longAgo, canLoc.code);
    const comment = {
      id: 'c',
      commune: thanhSen.code,
      arrival: longAgo,
      week: longAgo,
      text: 'x',
      edition: 1,
    };
    await commentStore(opened.table).put(comment);
    await opened.table.put({ pk: 'SESSION#1', sk: 'SESSION', expiresAt: 1_600_000_000 });
    expect(await sweep()).toBe(4);
    expect(await left()).toEqual([]);
  });

  it('and nothing else: what has not expired, and what never does', async () => {
    await respond(recent);
    await opened.table.put({ pk: 'TALLIES#18073', sk: 'SUMMARY#2020-W10', week: longAgo });
    expect(await sweep()).toBe(0);
    expect(await left()).toEqual(['RESPONSES#18073#2026-W47', 'TALLIES#18073']);
  });

  it('in the second in which it expires, not before', async () => {
    const second = expiryOf(longAgo, 24);
    await respond(longAgo);
    expect(await sweep({ now: () => new Date(second * 1000 - 1) })).toBe(0);
    expect(await sweep({ now: () => new Date(second * 1000) })).toBe(1);
  });

  it('never by a clock that was moved ahead', async () => {
    await respond(recent);
    expect(await sweep({ now: () => new Date(Date.now() + 10_000 * dayMs) })).toBe(0);
    expect(await left()).toHaveLength(1);
  });

  it('unless it was renewed after it was found', async () => {
    await opened.table.put({ pk: 'SESSION#1', sk: 'SESSION', expiresAt: 1_600_000_000 });
    opened.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'DeleteItemCommand')
            await opened.table.put({ pk: 'SESSION#1', sk: 'SESSION', expiresAt: 9_999_999_999 });
          return next(args);
        },
      { name: 'renewal' },
    );
    expect(await sweep()).toBe(0);
    expect(await left()).toEqual(['SESSION#1']);
  });

  it('page by page, however much it is', async () => {
    const many = Array.from({ length: 4_000 }, () =>
      sampleResponse({ week: longAgo, criteria: { attitude: 5, guidance: 4, outcome: 'na' } }),
    );
    await responseStore(opened.table).addAll(many);
    await respond(recent);
    expect(await sweep()).toBe(4_000);
    expect(await left()).toHaveLength(1);
  });

  it('until it is told to end', async () => {
    await respond(longAgo);
    expect(await sweep({ signal: AbortSignal.abort() })).toBe(0);
    expect(await left()).toHaveLength(1);
  });
});

describe('the service on one machine', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-sweep-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('deletes on starting what has expired while it was off', async () => {
    const database = await openDatabase(dataDir);
    const table = await openLocalTable(database.endpoint);
    for (const visited of [longAgo, recent]) {
      await responseStore(table).addOnce(sampleResponse({ id: visited, week: visited }));
    }
    await database.close();

    const publicOrigin = () => 'http://localhost';
    const service = await startService({
      dataDir,
      port: 0,
      hosts: ['127.0.0.1'],
      demo: false,
      now,
      publicOrigin,
    });
    await service.caughtUp;
    const stored = (visited: typeof recent) =>
      service.table.get(keys.response(thanhSen.code, visited, visited));
    const found = [await stored(longAgo), await stored(recent)];
    await service.close();
    expect(found).toEqual([undefined, expect.objectContaining({ week: recent })]);
  });
});
