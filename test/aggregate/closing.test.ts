import { beforeEach, describe, expect, it } from 'vitest';
import { CountRequest, type NightDependencies, nightSteps } from '../../functions/aggregate/night-steps.ts';
import { addWeeks, type Week } from '../../functions/domain/iso-week.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { countsIn, nightlyStores, nightWith } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { haTinh, present, sampleResponse, testClock, thanhSen, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w47 = week('2026-W47');
const clock = testClock();

let opened: OpenTestTable;
let stores: ReturnType<typeof nightlyStores>;
let deps: NightDependencies;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  stores = nightlyStores(opened.table);
  deps = { ...stores, log: { failure: () => {} }, now: clock.now };
  await stores.units.put(haTinh);
});

const night = async (moment: string) => {
  clock.moveTo(moment);
  return nightWith(deps);
};
const answer = (visited: Week, arrival = visited) =>
  stores.responses.addOnce(sampleResponse({ week: visited, arrival, overall: 5 }));
const standingOf = async (of: Week) => {
  const { status, revision } = (await stores.tallies.find(thanhSen.code, of)) ?? {};
  return { status, revision };
};
const countOf = async (of: Week) => (await countsIn(stores.tallies, thanhSen.code, of)).summary.counted[4];
const inProvince = async (of: Week) =>
  (await stores.tallies.ofProvince('42', of)).get(thanhSen.code)?.find((each) => each.week === of);

describe('a week', () => {
  it('is open, then provisional, then closed, in its commune and in the province', async () => {
    await answer(w47);
    const seen: unknown[] = [];
    for (const moment of ['2026-11-20T01:30+07:00', '2026-11-23T00:15+07:00', '2026-12-02T01:30+07:00']) {
      await night(moment);
      const { status, revision } = present(await inProvince(w47));
      seen.push([await standingOf(w47), { status, revision }]);
    }
    expect(seen).toEqual(
      [
        { status: 'open', revision: 0 },
        { status: 'provisional', revision: 0 },
        { status: 'closed', revision: 1 },
      ].map((each) => [each, each]),
    );
  });

  it('shows a late answer once it is closed, and none before', async () => {
    await answer(w47);
    await night('2026-11-23T00:15+07:00');
    const counts: (number | undefined)[] = [];
    for (const day of ['11-24', '11-27', '12-01', '12-02']) {
      await answer(w47, week('2026-W48'));
      await night(`2026-${day}T01:30+07:00`);
      counts.push(await countOf(w47));
    }
    expect(counts).toEqual([1, 1, 1, 5]);
  });

  it('shows ten late answers together the next night', async () => {
    await answer(w47);
    await night('2026-11-23T00:15+07:00');
    for (let count = 0; count < 10; count += 1) await answer(w47, week('2026-W48'));
    await night('2026-11-24T01:30+07:00');
    expect(await countOf(w47)).toBe(11);
    expect((await inProvince(w47))?.summary.counted[4]).toBe(11);
  });

  it('keeps the province at what its communes show while late answers wait', async () => {
    await answer(w47);
    await night('2026-11-23T00:15+07:00');
    await answer(w47, week('2026-W48'));
    await night('2026-11-24T01:30+07:00');
    expect((await inProvince(w47))?.summary.counted[4]).toBe(1);
  });

  it('is left alone once it is closed, whatever comes', async () => {
    await answer(w47);
    await night('2026-12-02T01:30+07:00');
    await answer(w47);
    for (const day of [3, 4, 20]) await night(`2026-12-${String(day).padStart(2, '0')}T01:30+07:00`);
    expect(await countOf(w47)).toBe(1);
  });

  it.each([
    ['53', '2026-W53', '2027-01-12T23:59+07:00', '2027-01-13T00:00+07:00'],
    ['1 that begins in December', '2025-W01', '2025-01-14T23:59+07:00', '2025-01-15T00:00+07:00'],
    ['before the open one in a leap year', '2028-W08', '2028-03-07T23:59+07:00', '2028-03-08T00:00+07:00'],
  ])('%s closes when the second Tuesday after it is over', async (_, name, before, after) => {
    await answer(week(name));
    await night(before);
    expect(await standingOf(week(name))).toMatchObject({ status: 'provisional' });
    await night(after);
    expect(await standingOf(week(name))).toEqual({ status: 'closed', revision: 1 });
  });
});

describe('the count that closes a week', () => {
  it('is made up for after nights without service', async () => {
    await answer(w47);
    await night('2026-11-23T00:15+07:00');
    await answer(w47, week('2026-W48'));
    await night('2027-01-15T01:30+07:00');
    expect(await standingOf(w47)).toEqual({ status: 'closed', revision: 1 });
    expect(await countOf(w47)).toBe(2);
  });

  it('is made up for over some nights after a very long time', async () => {
    const weeks = Array.from({ length: 20 }, (_, n) => addWeeks(w47, n));
    for (const each of weeks) await answer(each);
    await night('2026-11-18T01:30+07:00');
    const closedAfter: number[] = [];
    for (let nights = 0; nights < 3; nights += 1) {
      await night('2027-06-01T01:30+07:00');
      const standings = await Promise.all(weeks.map(standingOf));
      closedAfter.push(standings.filter(({ status }) => status === 'closed').length);
    }
    // Two weeks before the first of them were due in the first night, too.
    expect(closedAfter).toEqual([7, 15, 20]);
  });

  it('is due again the next night when the province fails after some of its communes', async () => {
    await answer(w47);
    await night('2026-11-24T01:30+07:00');
    const broken = new Unavailable('table', new Error('throttled'));
    const putProvinceWeek = () => Promise.reject(broken);
    deps = { ...deps, tallies: { ...stores.tallies, putProvinceWeek } };
    expect(await night('2026-12-02T01:30+07:00')).toMatchObject({ notCounted: ['42'] });
    deps = { ...deps, tallies: stores.tallies };
    expect((await inProvince(w47))?.status).toBe('provisional');
    await night('2026-12-03T01:30+07:00');
    expect((await inProvince(w47))?.status).toBe('closed');
  });

  it('is due for a week that somebody has counted by hand, too', async () => {
    await answer(w47);
    await night('2026-11-24T01:30+07:00');
    await answer(w47, week('2026-W48'));
    clock.moveTo('2026-12-03T09:00+07:00');
    await nightWith(deps, { weeks: [w47] });
    expect(await stores.tallies.progress('42')).toMatchObject({ closed: '2026-W45' });
    await nightWith(deps);
    expect(await stores.tallies.progress('42')).toMatchObject({ closed: '2026-W47' });
    expect(await standingOf(w47)).toEqual({ status: 'closed', revision: 1 });
  });

  it('is that of a night that began when the week had closed, however long it takes', async () => {
    await answer(w47);
    clock.moveTo('2026-12-01T23:59+07:00');
    const steps = nightSteps(deps);
    const { weeks, how } = await steps.list({});
    const first = await steps.count({ step: 'count', province: '42', weeks, how }, { hasTime: () => false });
    clock.moveTo('2026-12-02T00:30+07:00');
    await steps.count(first);
    expect(await stores.tallies.progress('42')).toMatchObject({ closed: '2026-W46' });
    await night('2026-12-02T01:30+07:00');
    expect(await standingOf(w47)).toEqual({ status: 'closed', revision: 1 });
    expect(await stores.tallies.progress('42')).toMatchObject({ closed: '2026-W47' });
  });

  it('is marked when the last part of a night is done, not before', async () => {
    await answer(w47);
    clock.moveTo('2026-12-02T01:30+07:00');
    const steps = nightSteps(deps);
    const { weeks, how } = await steps.list({});
    let part: CountRequest = { step: 'count', province: '42', weeks, how };
    for (let parts = 0; ; parts += 1) {
      const counted = await steps.count(part, { hasTime: () => false });
      const { closed } = await stores.tallies.progress('42');
      expect(closed).toBe(counted.next ? undefined : '2026-W47');
      if (!counted.next) break;
      expect(parts).toBeLessThan(20);
      part = CountRequest.parse(JSON.parse(JSON.stringify(counted)));
    }
    expect(await inProvince(w47)).toMatchObject({ status: 'closed', revision: 1 });
  });

  it('reads the answers of a closed week once, and never again', async () => {
    await answer(w47);
    await night('2026-12-02T01:30+07:00');
    const asked: Week[] = [];
    const responses: NightDependencies['responses'] = {
      ofWeek: (commune, of, now) => {
        asked.push(of);
        return stores.responses.ofWeek(commune, of, now);
      },
    };
    await nightWith({ ...deps, responses });
    expect(new Set(asked)).toEqual(new Set(['2026-W48', '2026-W49']));
  });
});
