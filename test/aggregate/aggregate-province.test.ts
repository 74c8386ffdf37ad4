import { beforeEach, describe, expect, it } from 'vitest';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import type { Table } from '../../functions/store/table.ts';
import { countsIn, nightlyStores, storedTallies, variedResponses } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { canLoc, deskCode, haTinh, present, sampleResponse, thanhSen, week } from '../support/samples.ts';
import { tallyByHand } from '../support/tally-by-hand.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w46 = week('2026-W46');
const w47 = week('2026-W47');
const now = new Date('2026-11-18T20:00+07:00');

let opened: OpenTestTable;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
});

const run = (table: Table = opened.table, weeks = [w47]) =>
  aggregateProvince(nightlyStores(table), haTinh, { weeks, now });
const store = () => nightlyStores(opened.table);

describe('aggregating a province', () => {
  it('makes of responses of every kind the tally that counting by hand makes', async () => {
    const here = [
      ...variedResponses(70, { desk: deskCode(1) }),
      ...variedResponses(33, { desk: deskCode(2), overall: 5 }),
    ];
    const there = variedResponses(8, { commune: canLoc.code, desk: deskCode(3) });
    await store().responses.addAll([...here, ...there]);

    expect(await run()).toEqual({ communes: 2, responses: 111, written: 6 });
    expect(await countsIn(store().tallies, thanhSen.code, w47)).toEqual(tallyByHand(here));
    expect(await countsIn(store().tallies, canLoc.code, w47)).toEqual(tallyByHand(there));
  });

  it('gives the province the same summaries as its communes', async () => {
    await store().responses.addAll(variedResponses(20, {}));
    await store().responses.addAll(variedResponses(5, { commune: canLoc.code }));
    await run();
    const { tallies } = store();
    const ofProvince = await tallies.ofProvince('42', w47);
    for (const { code } of haTinh.communes) {
      expect(ofProvince.get(code)).toEqual(await tallies.ofCommune(code, w47));
    }
  });

  it('counts a burst that was marked after the response was stored as flagged', async () => {
    const response = sampleResponse({ overall: 5 });
    await store().responses.addOnce(response);
    await store().responses.markBurst(response);
    await run();
    expect((await countsIn(store().tallies, thanhSen.code, w47)).summary).toMatchObject({
      counted: [0, 0, 0, 0, 0],
      flagged: [0, 0, 0, 0, 1],
      flags: { burst: 1 },
    });
  });

  it('writes nothing where nobody answered', async () => {
    expect(await run()).toEqual({ communes: 2, responses: 0, written: 0 });
    expect(await storedTallies(opened)).toEqual([]);
  });

  it('counts an answer in the week of its visit, wherever it arrived', async () => {
    const late = sampleResponse({ week: w46, arrival: w47, flags: ['late'], overall: 2 });
    await store().responses.addAll([late, sampleResponse({ week: w47, overall: 5 })]);
    await run(opened.table, [w46, w47]);
    expect((await countsIn(store().tallies, thanhSen.code, w46)).summary.counted).toEqual([0, 1, 0, 0, 0]);
    expect((await countsIn(store().tallies, thanhSen.code, w47)).summary.counted).toEqual([0, 0, 0, 0, 1]);
  });

  it('counts a corrected response as it is now, not as it was', async () => {
    const first = sampleResponse({ overall: 5 });
    await store().responses.addOnce(first);
    await run();
    await store().responses.correct({ ...first, overall: 1, edition: 2 }, first);
    await run();
    expect((await countsIn(store().tallies, thanhSen.code, w47)).summary.counted).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('aggregating a province again', () => {
  /** The table, and how often something was put into it. */
  const counting = () => {
    let puts = 0;
    const table: Table = {
      ...opened.table,
      put: (item, condition) => {
        puts += 1;
        return opened.table.put(item, condition);
      },
    };
    return { table, puts: () => puts };
  };

  it('writes nothing when nothing changed', async () => {
    await store().responses.addAll(variedResponses(30, {}));
    await run();
    const before = await storedTallies(opened);
    const { table, puts } = counting();
    expect(await run(table)).toEqual({ communes: 2, responses: 30, written: 0 });
    expect(puts()).toBe(0);
    expect(await storedTallies(opened)).toEqual(before);
  });

  it('writes only what changed', async () => {
    await store().responses.addAll([
      ...variedResponses(9, {}),
      ...variedResponses(9, { commune: canLoc.code }),
    ]);
    await run();
    await store().responses.addOnce(sampleResponse({ commune: canLoc.code }));
    const { table, puts } = counting();
    await run(table);
    // Summary and detail of one commune, and the province's week.
    expect(puts()).toBe(3);
  });

  it('counts what arrived while the run before was reading', async () => {
    const arrivals = variedResponses(40, {});
    let running = true;
    const arriving = async () => {
      for (const response of arrivals) if (running) await store().responses.addOnce(response);
    };
    const during = arriving();
    await run();
    running = false;
    await during;
    await store().responses.addAll(arrivals);
    await run();
    expect(await countsIn(store().tallies, thanhSen.code, w47)).toEqual(tallyByHand(arrivals));
  });

  it('at the same time as another run ends in the same tallies', async () => {
    const responses = variedResponses(40, {});
    await store().responses.addAll(responses);
    await Promise.all([run(), run(), run()]);
    expect(await countsIn(store().tallies, thanhSen.code, w47)).toEqual(tallyByHand(responses));
    expect((await storedTallies(opened)).length).toBe(4);
  });
});

describe('a week that cannot be counted', () => {
  const at = (moment: string, weeks: string[]) =>
    aggregateProvince(store(), haTinh, { weeks: weeks.map(week), now: new Date(moment) });

  it.each([
    ['has not begun', '2026-11-18T20:00+07:00', '2026-W48'],
    ['has not begun', '2026-11-22T23:59:59+07:00', '2026-W48'],
    ['is beyond retention', '2028-11-23T00:00+07:00', '2026-W47'],
    ['is beyond retention', '2026-11-18T20:00+07:00', '2024-W01'],
  ])('%s at %s is refused: %s', async (why, moment, name) => {
    await store().responses.addOnce(sampleResponse({ week: week(name) }));
    await expect(at(moment, [name])).rejects.toThrow(why);
    expect(await storedTallies(opened)).toEqual([]);
  });

  it('is one that the retention of this place has let go', async () => {
    const about = { weeks: [week('2026-W20')], now };
    await expect(
      aggregateProvince(store(), haTinh, { ...about, retention: { responseMonths: 6 } }),
    ).rejects.toThrow('beyond retention');
    expect(
      await aggregateProvince(store(), haTinh, { ...about, retention: { responseMonths: 7 } }),
    ).toMatchObject({ responses: 0 });
  });

  it('stops the others of its run before anything is written', async () => {
    await store().responses.addOnce(sampleResponse());
    await expect(at('2026-11-18T20:00+07:00', ['2026-W47', '2026-W48'])).rejects.toThrow(RangeError);
    expect(await opened.items('PROVINCE#')).toEqual([]);
  });

  it.each([
    ['2026-11-23T00:00+07:00', '2026-W48'],
    ['2028-11-22T23:59:59+07:00', '2026-W47'],
  ])('at %s is not %s', async (moment, name) => {
    await store().responses.addOnce(sampleResponse({ week: week(name) }));
    expect(await at(moment, [name])).toMatchObject({ responses: 1 });
  });
});
