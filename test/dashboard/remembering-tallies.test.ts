import { beforeEach, expect, it } from 'vitest';
import type { Detail } from '../../functions/domain/tally.ts';
import { rememberingTallies } from '../../functions/measures/remembering-tallies.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { engines } from '../support/engine.ts';
import { putWeeks } from '../support/province-weeks.ts';
import { haTinh, minuteMs, present, type TestClock, testClock, thanhSen, week } from '../support/samples.ts';
import { openTestTable } from '../support/test-table.ts';

const at = week('2026-W47');

const detail: Partial<Detail> = { criteria: { waiting: { ratings: [0, 0, 0, 0, 12], notApplicable: 0 } } };

let clock: TestClock;
let tallies: TallyStore;
let put: (rated: number) => Promise<void>;

beforeEach(async () => {
  const { table } = await openTestTable(present(engines[0]));
  clock = testClock();
  tallies = rememberingTallies(tallyStore(table), clock.now);
  let run = 0;
  put = (rated) => {
    run += 1;
    return putWeeks(table, haTinh, at, { [thanhSen.code]: [{ rated, detail }] }, run);
  };
});

const ratedIn = async (): Promise<number | undefined> =>
  (await tallies.ofProvince(haTinh.code, at)).get(thanhSen.code)?.at(-1)?.summary.counted.at(-1);

it("a province's weeks are what they were for a minute", async () => {
  await put(40);
  expect(await ratedIn()).toBe(40);
  await put(41);
  expect(await ratedIn()).toBe(40);
  clock.forward(minuteMs);
  expect(await ratedIn()).toBe(41);
});

it('a new run is seen at once', async () => {
  await put(40);
  expect(await ratedIn()).toBe(40);
  await tallies.beginRun(haTinh.code);
  await put(41);
  expect(await ratedIn()).toBe(41);
});

it('details are remembered by the weeks that are asked for', async () => {
  const detailIn = async (from: string) => {
    const range = { from: week(from), to: at };
    return (await tallies.gatheredDetails(haTinh.code, new Map([[thanhSen.code, range]]))).size;
  };
  expect(await detailIn('2026-W47')).toBe(0);
  await put(40);
  expect(await detailIn('2026-W47')).toBe(0);
  expect(await detailIn('2026-W46')).toBe(1);
});
