import { beforeEach, describe, expect, it } from 'vitest';
import {
  aggregateProvinces,
  type NightlyDependencies,
  nightly,
  type Scope,
} from '../../functions/aggregate/nightly.ts';
import type { Province } from '../../functions/domain/unit.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { nightlyStores, storedTallies } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { deskCode, haTinh, present, sampleResponse, testClock, thanhSen, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const haNoi: Province = {
  code: '01',
  name: 'Thành phố Hà Nội',
  communes: [{ code: '00004', name: 'Ba Đình', kind: 'Phường', province: '01' }],
};

let opened: OpenTestTable;
let deps: NightlyDependencies;
let failures: string[];
const clock = testClock();

beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  failures = [];
  deps = {
    ...nightlyStores(opened.table),
    log: { failure: (what) => failures.push(what) },
    now: clock.now,
  };
  clock.moveTo('2026-11-18T01:30+07:00');
  for (const province of [haNoi, haTinh]) await nightlyStores(opened.table).units.put(province);
});

const answer = (visited: string, arrived = visited, commune = thanhSen.code) =>
  nightlyStores(opened.table).responses.addOnce(
    sampleResponse({ week: week(visited), arrival: week(arrived), commune, overall: 5 }),
  );
const countOf = async (name: string, commune = thanhSen.code) =>
  (await nightlyStores(opened.table).tallies.find(commune, week(name))).summary.counted[4];

/** Names a province of which nothing can be read. */
const brokenIn = (broken: string): NightlyDependencies => ({
  ...deps,
  tallies: {
    ...deps.tallies,
    beginRun: (province) =>
      province === broken
        ? Promise.reject(new Unavailable('table', new Error('throttled')))
        : deps.tallies.beginRun(province),
  },
});

describe('a night', () => {
  it('counts every province', async () => {
    await answer('2026-W47');
    await answer('2026-W47', '2026-W47', '00004');
    expect(await nightly(deps)).toMatchObject({ communes: 3, responses: 2 });
    expect(await countOf('2026-W47')).toBe(1);
    expect(await countOf('2026-W47', '00004')).toBe(1);
  });

  it('deletes every burst counter', async () => {
    const { bursts } = nightlyStores(opened.table);
    await bursts.count(thanhSen.code, deskCode(1), 'a bucket');
    await bursts.count('00004', deskCode(2), 'a bucket');
    await nightly(deps);
    expect(await opened.items('BURST#')).toEqual([]);
  });

  it('has nothing to do where no unit is known', async () => {
    const empty = nightlyStores((await openTestTable(present(engines[0]))).table);
    expect(await nightly({ ...deps, ...empty })).toEqual({ communes: 0, responses: 0, written: 0 });
  });
});

describe('a province that fails', () => {
  it.each(['01', '42'])(
    '(%s) does not stop the others, is told, and fails the run at its end',
    async (broken) => {
      await answer('2026-W47');
      await answer('2026-W47', '2026-W47', '00004');
      await expect(aggregateProvinces(brokenIn(broken), {})).rejects.toThrow(
        `aggregation failed in ${broken}`,
      );
      expect(failures).toEqual([`aggregation of province ${broken}`]);
      expect(await countOf('2026-W47')).toBe(broken === '42' ? 0 : 1);
      expect(await countOf('2026-W47', '00004')).toBe(broken === '01' ? 0 : 1);
    },
  );

  it('is made up for by the run that is tried again', async () => {
    await answer('2026-W47');
    await expect(nightly(brokenIn('42'))).rejects.toThrow('aggregation failed in 42');
    await nightly(deps);
    expect(await countOf('2026-W47')).toBe(1);
  });

  it('fails the run even when all of them do', async () => {
    const failing = {
      ...deps,
      responses: {
        ofWeek: () => {
          throw new Error('broken');
        },
      },
    };
    await expect(aggregateProvinces(failing, {})).rejects.toThrow('aggregation failed in 01, 42');
  });
});

describe('what a night may be asked for', () => {
  const run = (scope: Scope) => aggregateProvinces(deps, scope);
  beforeEach(async () => {
    await answer('2026-W47');
    await answer('2026-W44');
    await answer('2026-W47', '2026-W47', '00004');
  });

  it('is some provinces', async () => {
    expect(await run({ provinces: ['01'] })).toMatchObject({ communes: 1, responses: 1 });
    expect(await countOf('2026-W47')).toBe(0);
  });

  it('is some weeks, closed ones too: counting again is always allowed', async () => {
    expect(await run({ provinces: ['42'], weeks: [week('2026-W44')] })).toMatchObject({ responses: 1 });
    expect(await countOf('2026-W44')).toBe(1);
    expect(await countOf('2026-W47')).toBe(0);
  });

  it('is no week that has not begun', async () => {
    await expect(run({ weeks: [week('2026-W48')] })).rejects.toThrow('aggregation failed');
    expect(await storedTallies(opened)).toEqual([]);
  });
});

describe('the weeks of a night', () => {
  const countedAt = async (moment: string, names: readonly string[]) => {
    clock.moveTo(moment);
    for (const name of names) await answer(name);
    await nightly(deps);
    const counts = await Promise.all(names.map((name) => countOf(name)));
    return names.filter((_, n) => counts[n]);
  };

  it.each([
    ['on Sunday before midnight', '2026-11-22T23:59+07:00', ['2026-W46', '2026-W47']],
    ['on Monday at 00:15', '2026-11-23T00:15+07:00', ['2026-W46', '2026-W47', '2026-W48']],
    ['on Tuesday night', '2026-11-24T23:59:59+07:00', ['2026-W46', '2026-W47', '2026-W48']],
    [
      'on Wednesday, when the week before last has closed',
      '2026-11-25T00:00+07:00',
      ['2026-W47', '2026-W48'],
    ],
    ['in a week 1 after 53 weeks', '2027-01-04T00:15+07:00', ['2026-W52', '2026-W53', '2027-W01']],
    ['in a week 1 that begins in December', '2024-12-30T00:15+07:00', ['2024-W51', '2024-W52', '2025-W01']],
  ])('%s are the open and the provisional ones', async (_, moment, expected) => {
    const around = [...new Set(['2026-W45', '2026-W46', '2026-W47', '2026-W48', ...expected])];
    const mayBe = around.filter((name) => name <= (expected.at(-1) ?? ''));
    expect(await countedAt(moment, mayBe)).toEqual(expected.toSorted());
  });

  it('bring a late answer into the week of its visit until the last Tuesday', async () => {
    clock.moveTo('2026-11-23T00:15+07:00');
    await answer('2026-W47');
    await nightly(deps);
    await answer('2026-W47', '2026-W49');
    clock.moveTo('2026-12-01T23:30+07:00');
    await nightly(deps);
    expect(await countOf('2026-W47')).toBe(2);
  });

  it('leave a closed week as it is', async () => {
    await answer('2026-W46');
    await nightly(deps);
    await answer('2026-W46', '2026-W47');
    clock.moveTo('2026-11-25T01:30+07:00');
    await nightly(deps);
    expect(await countOf('2026-W46')).toBe(1);
  });
});
