import { beforeEach, describe, expect, it } from 'vitest';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { lastClosedWeek } from '../../functions/domain/week-life.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import {
  countsIn,
  nightlyStores,
  nightWith,
  storedTallies,
  variedResponses,
} from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { faultKinds, faults, interceptedCalls } from '../support/faults.ts';
import { canLoc, deskCode, haTinh, present, thanhSen, week } from '../support/samples.ts';
import { tallyByHand } from '../support/tally-by-hand.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w47 = week('2026-W47');
const now = new Date('2026-11-18T20:00+07:00');
const here = variedResponses(12, {});
const there = variedResponses(7, { commune: canLoc.code });

const calls = interceptedCalls();
let opened: OpenTestTable;
let stores: ReturnType<typeof nightlyStores>;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  stores = nightlyStores(opened.table);
  await stores.units.put(haTinh);
  await stores.responses.addAll([...here, ...there]);
});

const expectWholeTallies = async () => {
  const { tallies } = stores;
  const found = await Promise.all([thanhSen, canLoc].map(({ code }) => countsIn(tallies, code, w47)));
  expect(found).toEqual([tallyByHand(here), tallyByHand(there)]);
  expect((await tallies.ofProvince('42', w47)).size).toBe(2);
};

const forgetTallies = async () => {
  const items = (await opened.items()).filter(({ pk }) => /^(TALLIES|PROVINCE)#/.test(pk));
  await Promise.all(items.map(({ pk, sk }) => opened.table.delete({ pk, sk })));
};

describe.each(faultKinds)('%s', (kind) => {
  it('in any call of the aggregation fails it, and the next run makes it whole', async () => {
    const run = () => aggregateProvince(stores, haTinh, { weeks: [w47], now });
    let failing = 0;
    for (; ; failing += 1) {
      await forgetTallies();
      calls.failOnly(failing, faults[kind]());
      const outcome = await run().catch((error: unknown) => error);
      const wasReached = calls.made()[failing] !== undefined;
      calls.recover();
      if (!wasReached) break;
      expect(outcome, `call ${failing}`).toBeInstanceOf(Unavailable);
      await run();
      await expectWholeTallies();
    }
    // The run's number; of each commune its answers, its two stored parts and two puts; for the province's week
    // another number, then of summaries and of details the communes' own, what is stored and the put; whether another run has begun.
    expect(failing).toBe(1 + 2 * (1 + 2 + 2) + 1 + 3 + 3 + 1);
  });
});

describe('a fault', () => {
  it('in any call of a night is made up for by its own next attempt', async () => {
    const failures: string[] = [];
    const deps = { ...stores, log: { failure: (what: string) => failures.push(what) }, now: () => now };
    let failing = 0;
    for (; ; failing += 1) {
      await forgetTallies();
      await stores.tallies.closeUpTo('42', lastClosedWeek(now));
      await stores.bursts.count(thanhSen.code, deskCode(1), 'a bucket');
      calls.failOnly(failing, faults.throttling());
      const outcome = await nightWith(deps);
      const wasReached = calls.made()[failing] !== undefined;
      calls.recover();
      if (!wasReached) break;
      expect(outcome, `call ${failing}`).toMatchObject({ counted: 4, responses: 19, notCounted: [] });
      await expectWholeTallies();
      expect(await opened.items('BURST#')).toEqual([]);
    }
    // All but the first call, which lists the provinces.
    expect(failures).toHaveLength(failing - 1);
    expect(failing).toBeGreaterThan(25);
  });

  it('that lasts leaves the province uncounted, and the next night makes it whole', async () => {
    const failures: string[] = [];
    const deps = { ...stores, log: { failure: (what: string) => failures.push(what) }, now: () => now };
    const untilTheSecond = {
      ...deps,
      tallies: { ...stores.tallies, put: () => Promise.reject(faults.throttling()) },
    };
    expect(await nightWith(untilTheSecond)).toMatchObject({ counted: 0, notCounted: ['42'] });
    expect(new Set(failures)).toEqual(new Set(['count of province 42']));
    expect(await nightWith(deps)).toMatchObject({ notCounted: [] });
    await expectWholeTallies();
  });

  it('of the burst counters fails the step, when all else is done', async () => {
    const deps = {
      ...stores,
      bursts: { forget: () => Promise.reject(faults.throttling()) },
      log: { failure: () => {} },
      now: () => now,
    };
    expect(await nightWith(deps)).toMatchObject({ notCounted: ['42'] });
    await expectWholeTallies();
  });
});

describe('the number of a run whose answer was lost', () => {
  it('is skipped: the next run is still the newest', async () => {
    await stores.tallies.beginRun('42');
    const before = await stores.tallies.beginRun('42');
    await aggregateProvince(stores, haTinh, { weeks: [w47], now });
    const runs = (await opened.items('TALLIES#')).map(({ run }) => run);
    expect(new Set(runs)).toEqual(new Set([before.run + 1]));
    expect(await storedTallies(opened)).toHaveLength(6);
  });
});
