import { beforeEach, describe, expect, it } from 'vitest';
import {
  type CountRequest,
  type ListRequest,
  type NightDependencies,
  nightSteps,
  StepRequest,
} from '../../functions/aggregate/night-steps.ts';
import type { Province } from '../../functions/domain/unit.ts';
import { lastClosedWeek } from '../../functions/domain/week-life.ts';
import { countsIn, nightlyStores, nightWith, storedTallies } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { deskCode, haTinh, present, sampleResponse, testClock, thanhSen, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const haNoi: Province = {
  code: '01',
  name: 'Thành phố Hà Nội',
  communes: [{ code: '00004', name: 'Ba Đình', kind: 'Phường', province: '01' }],
};
const w47 = week('2026-W47');

let opened: OpenTestTable;
let deps: NightDependencies;
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
  for (const province of [haTinh, haNoi]) await nightlyStores(opened.table).units.put(province);
});

const answer = (visited: string, arrived = visited, commune = thanhSen.code) =>
  nightlyStores(opened.table).responses.addOnce(
    sampleResponse({ week: week(visited), arrival: week(arrived), commune, overall: 5 }),
  );
const countOf = async (name: string, commune = thanhSen.code) =>
  (await countsIn(nightlyStores(opened.table).tallies, commune, week(name))).summary.counted[4];

describe('listing', () => {
  const list = (request: Omit<ListRequest, 'step'> = {}) => nightSteps(deps).list(request);

  it('names every province, and the weeks that are open or provisional', async () => {
    expect(await list()).toEqual({
      provinces: ['01', '42'],
      weeks: ['2026-W46', '2026-W47'],
      how: { closesWeeks: true, atOnce: false },
    });
  });

  it('names the provinces and the weeks that were asked for, closed ones too', async () => {
    expect(await list({ provinces: ['42'], weeks: [week('2026-W44'), week('2026-W20')] })).toEqual({
      provinces: ['42'],
      weeks: ['2026-W20', '2026-W44'],
      how: { closesWeeks: false, atOnce: true },
    });
  });

  it('says how they are to be counted: at once and why, when somebody asks', async () => {
    expect(await list({ atOnce: true, reason: 'Kiểm tra' })).toMatchObject({
      how: { closesWeeks: true, atOnce: true, reason: 'Kiểm tra' },
    });
  });

  it('names nothing where no unit is known', async () => {
    const empty = nightlyStores((await openTestTable(present(engines[0]))).table);
    expect(await nightSteps({ ...deps, ...empty }).list({})).toMatchObject({ provinces: [] });
  });

  it.each<[string, Omit<ListRequest, 'step'>]>([
    ['a province that is none', { provinces: ['42', '99'] }],
    ['a week that has not begun', { weeks: [week('2026-W48')] }],
    ['a week whose answers may be gone', { weeks: [week('2024-W01')] }],
  ])('refuses %s, by an error that is not tried again', async (_, request) => {
    await expect(list(request)).rejects.toThrow(RangeError);
  });
});

describe('counting a province', () => {
  const count = (request: Partial<CountRequest> = {}, hasTime?: () => boolean) =>
    nightSteps(deps).count({ step: 'count', province: '42', weeks: [w47], ...request }, { hasTime });

  it('tells how far it is: with nothing left to do, all of it', async () => {
    await answer('2026-W47');
    expect(await count({ weeks: [week('2026-W46'), w47] })).toEqual({
      step: 'count',
      province: '42',
      weeks: ['2026-W46', '2026-W47'],
      progress: { counted: 4, of: 4, responses: 1, written: 3 },
    });
  });

  it('answers with the request that goes on where the time was up', async () => {
    await answer('2026-W47');
    const first = await count({}, () => false);
    expect(first).toMatchObject({
      next: { week: '2026-W47', commune: '18074' },
      progress: { counted: 1, of: 2, responses: 1 },
    });
    const request = StepRequest.parse(JSON.parse(JSON.stringify(first)));
    if (request.step !== 'count') throw new Error('not a count');
    const last = await count(request);
    expect(last).not.toHaveProperty('next');
    expect(last.progress).toEqual({ counted: 2, of: 2, responses: 1, written: 3 });
  });

  it('deletes the burst counters of this province, in its first part', async () => {
    const { bursts } = nightlyStores(opened.table);
    const burst = () => bursts.count(thanhSen.code, deskCode(1), 'a bucket');
    await burst();
    await bursts.count('00004', deskCode(2), 'a bucket');
    const first = await count({}, () => false);
    expect((await opened.items('BURST#')).map(({ pk }) => pk)).toEqual(['BURST#00004']);
    await burst();
    await count(first);
    expect(await opened.items('BURST#')).toHaveLength(2);
  });

  it('tells the log which province failed and fails itself, so that it is tried again', async () => {
    const broken = {
      ...deps,
      tallies: { ...deps.tallies, beginRun: () => Promise.reject(new Error('broken')) },
    };
    const request = nightSteps(broken).count({ step: 'count', province: '42', weeks: [w47] });
    await expect(request).rejects.toThrow('broken');
    expect(failures).toEqual(['count of province 42']);
  });

  it('has nothing to say of a province that is none', async () => {
    await expect(count({ province: '99' })).rejects.toThrow(RangeError);
    expect(await storedTallies(opened)).toEqual([]);
  });
});

describe('what the function is asked', () => {
  it.each([
    {},
    { step: 'count', province: '42' },
    { step: 'count', province: '42', weeks: ['2026-W54'] },
    { step: 'count', province: 'Hà Tĩnh', weeks: ['2026-W47'] },
    { step: 'list', weeks: 'all' },
  ])('is nothing like %j', (event) => {
    expect(StepRequest.safeParse(event).success).toBe(false);
  });
});

describe('the weeks of a night', () => {
  const countedAt = async (moment: string, names: readonly string[]) => {
    clock.moveTo(moment);
    await nightlyStores(opened.table).tallies.closeUpTo('42', lastClosedWeek(clock.now()));
    for (const name of names) await answer(name);
    await nightWith(deps);
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
  ])('%s are the open and the provisional ones when those before are closed', async (_, moment, expected) => {
    const around = [...new Set(['2026-W45', '2026-W46', '2026-W47', '2026-W48', ...expected])];
    const mayBe = around.filter((name) => name <= (expected.at(-1) ?? ''));
    expect(await countedAt(moment, mayBe)).toEqual(expected.toSorted());
  });

  it('stay those of its beginning when it passes into the next one', async () => {
    await answer('2026-W47');
    clock.moveTo('2026-11-22T23:59+07:00');
    const { weeks } = await nightSteps(deps).list({});
    clock.moveTo('2026-11-25T00:01+07:00');
    await nightSteps(deps).count({ step: 'count', province: '42', weeks });
    expect(await countOf('2026-W47')).toBe(1);
    expect((await opened.items('PROVINCE#')).map(({ sk }) => sk)).toEqual(['RUN', 'WEEK#2026-W47']);
  });
});
