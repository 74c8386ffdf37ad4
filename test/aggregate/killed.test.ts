import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import type { Response } from '../../functions/domain/response.ts';
import type { Table } from '../../functions/store/table.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { openLocalTable } from '../../infra/local/local-table.ts';
import { countsIn, nightlyStores, storedTallies, variedResponses } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { present, provinceOf, week } from '../support/samples.ts';
import { tallyByHand } from '../support/tally-by-hand.ts';
import { type OpenTestTable, openTestTable, type StoredItem } from '../support/test-table.ts';

const w47 = week('2026-W47');
const moment = '2026-11-18T20:00+07:00';
const scope = { weeks: [w47], now: new Date(moment) };

const answersOf = (communes: readonly { code: string }[]): Map<string, Response[]> =>
  new Map(communes.map(({ code }, n) => [code, variedResponses(5 + 3 * n, { commune: code })]));

describe('an aggregation that is cut short', () => {
  const province = provinceOf(4);
  const answers = answersOf(province.communes);
  /** Summary and detail of each commune, and the same of the province's week. */
  const writes = 2 * province.communes.length + 2;

  let opened: OpenTestTable;
  beforeEach(async () => {
    opened = await openTestTable(present(engines[0]));
    await nightlyStores(opened.table).responses.addAll([...answers.values()].flat());
  });

  let uninterrupted: StoredItem[];
  beforeAll(async () => {
    const other = await openTestTable(present(engines[0]));
    const stores = nightlyStores(other.table);
    await stores.responses.addAll([...answers.values()].flat());
    await aggregateProvince(stores, province, scope);
    uninterrupted = await storedTallies(other);
  });

  /** A table that is gone after so many writes. */
  const failingAfter = (count: number): Table => {
    let puts = 0;
    return {
      ...opened.table,
      put: (item, condition) => {
        puts += 1;
        return puts > count
          ? Promise.reject(new Unavailable('table', new Error('gone')))
          : opened.table.put(item, condition);
      },
    };
  };

  const cutShortAfter = async (count: number) => {
    const cut = aggregateProvince(nightlyStores(failingAfter(count)), province, scope);
    await expect(cut).rejects.toThrow(Unavailable);
    expect((await storedTallies(opened)).length).toBeLessThan(writes);
  };

  it.each(Array.from({ length: writes }, (_, n) => n))(
    'after %d writes ends in the same tallies when it is run again',
    async (count) => {
      await cutShortAfter(count);
      await aggregateProvince(nightlyStores(opened.table), province, scope);
      expect(await storedTallies(opened)).toEqual(uninterrupted);
    },
  );

  it('again and again still ends in the same tallies', async () => {
    for (let count = 0; count < 3; count += 1) await cutShortAfter(count);
    await aggregateProvince(nightlyStores(opened.table), province, scope);
    expect(await storedTallies(opened)).toEqual(uninterrupted);
  });

  it('is completed by the next run alone: what it had written is not written again', async () => {
    await cutShortAfter(3);
    const stored = (await storedTallies(opened)).length;
    const { written } = await aggregateProvince(nightlyStores(opened.table), province, scope);
    expect(written).toBe(writes - stored);
  });
});

describe.each(engines)('an aggregation that is killed -9 on %s', (engine) => {
  const province = provinceOf(12);
  const answers = answersOf(province.communes);
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'thuoc-do-killed-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const opening = async <T>(use: (table: Table) => Promise<T>): Promise<T> => {
    const database = await openDatabase(dataDir, { ENGINE: engine });
    try {
      return await use(await openLocalTable(database.endpoint));
    } finally {
      await database.close();
    }
  };

  /** Runs the aggregation in a process of its own and kills it once it has said the last line that it may. */
  const killAfter = async (isLast: (line: string, said: readonly string[]) => boolean, at = moment) => {
    const script = fileURLToPath(new URL('../support/aggregate-process.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, w47, at], {
      env: { PATH: process.env['PATH'], ENGINE: engine, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const said: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      said.push(line);
      if (isLast(line, said)) child.kill('SIGKILL');
    }
    expect((await exited)[1]).toBe('SIGKILL');
    return said;
  };

  it('between communes is completed by the next run', async () => {
    await opening(async (table) => {
      const stores = nightlyStores(table);
      await stores.units.put(province);
      await stores.responses.addAll([...answers.values()].flat());
    });

    expect(await killAfter((_, said) => said.length === 7)).not.toContain('done');

    await opening(async (table) => {
      const { tallies, ...stores } = nightlyStores(table);
      const before = await Promise.all(province.communes.map(({ code }) => countsIn(tallies, code, w47)));
      const countedBefore = before.filter(({ summary }) => summary.counted.some((count) => count > 0));
      expect(countedBefore.length).toBeGreaterThan(0);
      expect(countedBefore.length).toBeLessThan(province.communes.length);

      await aggregateProvince({ ...stores, tallies }, province, scope);
      for (const { code } of province.communes) {
        expect(await countsIn(tallies, code, w47)).toEqual(tallyByHand(present(answers.get(code))));
      }
      expect((await tallies.ofProvince('42', w47)).size).toBe(province.communes.length);
    });
  });

  it.each([
    ['what it is about to replace was kept', 'REPLACED#'],
    ['the summary was replaced', 'SUMMARY#'],
    ['the detail was replaced', 'DETAIL#'],
  ])('while it changes a closed week, when %s, ends in one more revision', async (_, written) => {
    const [commune] = provinceOf(1).communes;
    const before = present(answers.get(present(commune).code));
    const more = variedResponses(3, { commune: present(commune).code });
    await opening(async (table) => {
      const stores = nightlyStores(table);
      await stores.units.put(provinceOf(1));
      await stores.responses.addAll(before);
      await aggregateProvince(stores, provinceOf(1), { ...scope, now: new Date('2026-12-02T01:30+07:00') });
      await stores.responses.addAll(more);
    });

    await killAfter((line) => line.startsWith(written), '2026-12-20T09:00+07:00');

    await opening(async (table) => {
      const stores = nightlyStores(table);
      await aggregateProvince(stores, provinceOf(1), { ...scope, now: new Date('2026-12-21T09:00+07:00') });
      expect(await stores.tallies.revisionsOf(present(commune), w47)).toMatchObject([
        { revision: 1, ...tallyByHand(before) },
        { revision: 2, ...tallyByHand([...before, ...more]) },
      ]);
      const [found] = present((await stores.tallies.ofProvince('42', w47)).get(present(commune).code));
      expect(found).toMatchObject({ revision: 2, summary: tallyByHand([...before, ...more]).summary });
    });
  });
});
