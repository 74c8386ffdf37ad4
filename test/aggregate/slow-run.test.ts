import { beforeEach, describe, expect, it } from 'vitest';
import { type AggregationStores, aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import type { Rating } from '../../functions/domain/questionnaire.ts';
import { countsIn, gate, nightlyStores, storedTallies } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { canLoc, haTinh, present, sampleResponse, thanhSen, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w47 = week('2026-W47');
const scope = { weeks: [w47], now: new Date('2026-11-18T20:00+07:00') };

let opened: OpenTestTable;
let stores: ReturnType<typeof nightlyStores>;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  stores = nightlyStores(opened.table);
});

type Stores = AggregationStores;
/** Where a run of aggregation may be held up, by what it does then. */
const stations: Record<string, (wait: () => Promise<void>) => Stores> = {
  'after it began': (wait) => ({
    ...stores,
    tallies: {
      ...stores.tallies,
      beginRun: async (province) => {
        const run = await stores.tallies.beginRun(province);
        await wait();
        return run;
      },
    },
  }),
  'after it read the answers': (wait) => ({
    ...stores,
    responses: {
      async *ofWeek(...asked) {
        yield* stores.responses.ofWeek(...asked);
        await wait();
      },
    },
  }),
  'after it read the stored tally': (wait) => ({
    ...stores,
    tallies: {
      ...stores.tallies,
      find: async (...asked) => {
        const found = await stores.tallies.find(...asked);
        await wait();
        return found;
      },
    },
  }),
  'after it wrote its communes': (wait) => ({
    ...stores,
    tallies: {
      ...stores.tallies,
      putProvinceWeek: async (...put) => {
        await wait();
        return stores.tallies.putProvinceWeek(...put);
      },
    },
  }),
};

const answer = (overall: Rating, commune = thanhSen) =>
  stores.responses.addOnce(sampleResponse({ overall, commune: commune.code }));
const countedOf = async (commune = thanhSen) =>
  (await countsIn(stores.tallies, commune.code, w47)).summary.counted;
const countedInProvince = async () =>
  (await stores.tallies.ofProvince('42', w47)).get(thanhSen.code)?.at(-1)?.summary.counted;

describe.each(Object.keys(stations))('a run held up %s', (station) => {
  /** Starts a run that waits there until it is let go. */
  const slowRun = async () => {
    const [reached, go] = [gate(), gate()];
    const held = present(stations[station])(async () => {
      reached.open();
      await go.opened;
    });
    const done = aggregateProvince(held, haTinh, scope);
    await reached.opened;
    return {
      letGo: async () => {
        go.open();
        return done;
      },
    };
  };

  it('does not overwrite what a run that began later has counted', async () => {
    await answer(5);
    const slow = await slowRun();
    await answer(1);
    await aggregateProvince(stores, haTinh, scope);
    await slow.letGo();
    expect(await countedOf()).toEqual([1, 0, 0, 0, 1]);
    expect(await countedInProvince()).toEqual([1, 0, 0, 0, 1]);
  });

  it('does not bring back what a later run has found to be corrected', async () => {
    const first = sampleResponse({ overall: 5 });
    await stores.responses.addOnce(first);
    const slow = await slowRun();
    await stores.responses.correct({ ...first, overall: 2, edition: 2 }, first);
    await aggregateProvince(stores, haTinh, scope);
    await slow.letGo();
    expect(await countedOf()).toEqual([0, 1, 0, 0, 0]);
  });

  it('leaves no trace when counts change and change back while a later run finds nothing to write', async () => {
    const first = sampleResponse({ overall: 5 });
    await stores.responses.addOnce(first);
    await aggregateProvince(stores, haTinh, scope);
    const second = { ...first, overall: 2, edition: 2 } as const;
    await stores.responses.correct(second, first);
    const slow = await slowRun();
    await stores.responses.correct({ ...first, edition: 3 }, second);
    await aggregateProvince(stores, haTinh, scope);
    await slow.letGo();
    expect(await countedOf()).toEqual([0, 0, 0, 0, 1]);
    expect(await countedInProvince()).toEqual([0, 0, 0, 0, 1]);
  });

  it('ends in the tallies of a run alone, once it has run again', async () => {
    await answer(5);
    await answer(4, canLoc);
    const slow = await slowRun();
    await answer(1);
    await answer(2, canLoc);
    await aggregateProvince(stores, haTinh, scope);
    await slow.letGo();
    await aggregateProvince(stores, haTinh, scope);
    const together = await storedTallies(opened);

    await Promise.all(
      (await opened.items('TALLIES#')).map((item) => opened.table.delete({ pk: item.pk, sk: item.sk })),
    );
    await Promise.all(
      (await opened.items('PROVINCE#')).map((item) => opened.table.delete({ pk: item.pk, sk: item.sk })),
    );
    await aggregateProvince(stores, haTinh, scope);
    expect(together).toEqual(await storedTallies(opened));
  });

  it('reports what it read, and that it wrote nothing of it', async () => {
    await answer(5);
    const slow = await slowRun();
    await answer(1);
    await aggregateProvince(stores, haTinh, scope);
    const report = await slow.letGo();
    // Held up before it read, it reads what the other has counted; after it wrote, its writing was right.
    expect(report.written).toBe(station === 'after it wrote its communes' ? 2 : 0);
  });
});
