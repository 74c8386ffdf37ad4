import { beforeEach, describe, expect, it } from 'vitest';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { type VerifiedWeek, verifyProvince } from '../../functions/aggregate/verify-province.ts';
import { addWeeks, type Week, weeksFrom } from '../../functions/domain/iso-week.ts';
import type { Response } from '../../functions/domain/response.ts';
import { defaultRetention } from '../../functions/domain/retention.ts';
import { keys } from '../../functions/store/keys.ts';
import { countsOf, detailOfCounts } from '../../functions/store/packed-details.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { nightlyStores, nightWith, variedResponses } from '../support/aggregation.ts';
import { engines } from '../support/engine.ts';
import { faults, interceptedCalls } from '../support/faults.ts';
import { canLoc, collected, haTinh, present, sampleResponse, thanhSen, week } from '../support/samples.ts';
import { tallyByHand } from '../support/tally-by-hand.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const [w45, w46, w47] = [week('2026-W45'), week('2026-W46'), week('2026-W47')];
/** All three are closed. */
const now = new Date('2026-12-02T09:00+07:00');
const here = variedResponses(30, { week: w47, arrival: w47 });

const calls = interceptedCalls();
let opened: OpenTestTable;
let stores: ReturnType<typeof nightlyStores>;
beforeEach(async () => {
  opened = await openTestTable(present(engines[0]));
  stores = nightlyStores(opened.table);
  await stores.units.put(haTinh);
});

const verify = (at = now, about: Partial<typeof stores> = {}): Promise<VerifiedWeek[]> =>
  collected(verifyProvince({ ...stores, ...about }, haTinh, { now: at, retention: defaultRetention }));
const differencesAt = async (at = now) => (await verify(at)).flatMap(({ differences }) => differences);
const total = (weeks: readonly VerifiedWeek[], name: 'checked' | 'expired' | 'pending'): number =>
  weeks.reduce((sum, each) => sum + each[name], 0);

const close = (weeks: readonly Week[], at = now) => aggregateProvince(stores, haTinh, { weeks, now: at });
const respond = (responses: readonly Response[]) => stores.responses.addAll(responses);
const removeResponses = async (count: number) => {
  const responses = (await opened.items('RESPONSES#')).slice(0, count);
  for (const { pk, sk } of responses) await opened.table.delete({ pk, sk });
};
const change = async (key: { pk: string; sk: string }, changes: object) => {
  const item = present(await opened.table.get(key));
  await opened.table.put({ ...item, ...key, ...changes });
};

describe('what nobody touched', () => {
  it('is found right, each commune with answers in each closed week', async () => {
    await respond([...here, ...variedResponses(4, { week: w45, arrival: w46, commune: canLoc.code })]);
    await close([w45, w46, w47]);
    const weeks = await verify();
    expect(weeks.map((each) => each.week)).toEqual([w45, w46, w47]);
    expect(weeks.map(({ checked }) => checked)).toEqual([1, 0, 1]);
    expect(weeks.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it('is found right after any number of revisions', async () => {
    await respond(here);
    await close([w47]);
    for (const date of [20, 21]) {
      await respond([sampleResponse({ overall: 1 })]);
      await close([w47], new Date(`2026-12-${date}T09:00+07:00`));
    }
    expect(await differencesAt()).toEqual([]);
  });

  it('is nothing in a province that was never counted', async () => {
    expect(await verify()).toEqual([]);
  });

  it('stays untouched', async () => {
    await respond(here);
    await close([w47]);
    await removeResponses(3);
    const before = await opened.items();
    await verify();
    expect(await opened.items()).toEqual(before);
  });
});

describe('a closed week differs', () => {
  beforeEach(async () => {
    await respond(here);
    await close([w47]);
  });
  const about = { commune: thanhSen.code, week: w47 };

  it('when an answer came into it afterwards', async () => {
    const late = sampleResponse({ overall: 1 });
    await respond([late]);
    expect(await differencesAt()).toEqual([
      { ...about, stored: tallyByHand(here), recomputed: tallyByHand([...here, late]) },
    ]);
  });

  it('when answers are gone', async () => {
    await removeResponses(2);
    const [found] = await differencesAt();
    expect(found).toMatchObject({ ...about, stored: tallyByHand(here) });
  });

  it('when its summary was changed by hand, and the province says so, too', async () => {
    const { summary } = tallyByHand(here);
    const better = { ...summary, counted: [0, 0, 0, 0, 30] };
    await change(keys.summary(thanhSen.code, w47), { summary: better });
    const [tally, province] = await differencesAt();
    expect(tally).toMatchObject({ ...about, stored: { summary: better }, recomputed: { summary } });
    expect(province).toMatchObject({ ...about, inProvince: { summary }, inCommune: { summary: better } });
  });

  it('when only a detail was changed', async () => {
    const { detail } = tallyByHand(here);
    await change(keys.detail(thanhSen.code, w47), { detail: { ...detail, languages: { vi: 1 } } });
    expect(await differencesAt()).toMatchObject([{ ...about, stored: { detail: { languages: { vi: 1 } } } }]);
  });

  it('when its tally is gone', async () => {
    await stores.tallies.closeUpTo('42', w47);
    await opened.table.delete(keys.summary(thanhSen.code, w47));
    const [tally, province] = await differencesAt();
    expect(tally).toEqual({ ...about, stored: null, recomputed: tallyByHand(here) });
    expect(province).toMatchObject({ ...about, inCommune: null });
  });

  it('when the province has another revision of it', async () => {
    await respond([sampleResponse({ overall: 1 })]);
    const tallies = { ...stores.tallies, putProvinceWeek: async () => false };
    await aggregateProvince({ ...stores, tallies }, haTinh, { weeks: [w47], now });
    expect(await differencesAt()).toMatchObject([
      { ...about, inProvince: { revision: 1 }, inCommune: { revision: 2 } },
    ]);
  });

  it('when the details that its province shows are not its own', async () => {
    const gathered = keys.provinceDetail('42', w47);
    const { details } = present(await opened.table.get(gathered));
    const changed = String(details).replace(/:\[\d+/, ':[99');
    await change(gathered, { details: changed });
    expect(await differencesAt()).toMatchObject([
      {
        ...about,
        inProvince: { criteria: { attitude: { ratings: { 0: 99 } } } },
        inCommune: detailOfCounts(countsOf(tallyByHand(here).detail)),
      },
    ]);
  });

  it('when its province has gathered no details of it', async () => {
    await stores.tallies.putProvinceDetails('42', w47, new Map(), 1_000);
    expect(await differencesAt()).toMatchObject([{ ...about, inProvince: null, inCommune: {} }]);
  });

  it('when the province lacks a commune', async () => {
    await stores.tallies.putProvinceWeek('42', w47, new Map(), 1_000);
    expect(await differencesAt()).toMatchObject([{ ...about, inProvince: null, inCommune: { revision: 1 } }]);
  });

  it('when nobody had counted an answer in a week that counts as closed', async () => {
    await respond([sampleResponse({ week: addWeeks(w47, 2), arrival: addWeeks(w47, 2), overall: 3 })]);
    await stores.tallies.closeUpTo('42', addWeeks(w47, 3));
    const later = new Date('2027-02-01T09:00+07:00');
    expect(await differencesAt(later)).toMatchObject([{ week: '2026-W49', stored: null }]);
  });

  it('no more when it was counted again while it was looked at', async () => {
    await respond([sampleResponse({ overall: 1 })]);
    let finds = 0;
    const find: typeof stores.tallies.find = async (commune, at) => {
      const found = await stores.tallies.find(commune, at);
      if (commune !== thanhSen.code) return found;
      finds += 1;
      if (finds === 1) await close([w47]);
      return found;
    };
    const weeks = await verify(now, { tallies: { ...stores.tallies, find } });
    expect(weeks.flatMap(({ differences }) => differences)).toEqual([]);
    expect(finds).toBe(2);
  });
});

describe('what cannot be recomputed', () => {
  const expiry = '2028-11-23T00:00:00+07:00';

  it('is counted as expired from the second in which its answers expire, deleted or not', async () => {
    await respond(here);
    await close([w47]);
    await stores.tallies.closeUpTo('42', week('2028-W44'));
    const before = await verify(new Date('2028-11-22T23:59:59+07:00'));
    expect([total(before, 'checked'), total(before, 'expired')]).toEqual([1, 0]);
    for (const isDeleted of [false, true]) {
      if (isDeleted) await removeResponses(here.length);
      const after = await verify(new Date(expiry));
      expect([total(after, 'checked'), total(after, 'expired')]).toEqual([0, 1]);
      expect(after.flatMap(({ differences }) => differences)).toEqual([]);
    }
  });

  it('is still compared with what its province says', async () => {
    await respond(here);
    await close([w47]);
    await stores.tallies.putProvinceWeek('42', w47, new Map(), 1_000);
    expect(await differencesAt(new Date(expiry))).toMatchObject([{ inProvince: null }]);
  });

  it('is counted as pending while the count that closes it is to come', async () => {
    await respond(here);
    await close([w47], new Date('2026-11-24T01:30+07:00'));
    await respond([sampleResponse({ overall: 1 })]);
    const before = await verify();
    expect([total(before, 'checked'), total(before, 'pending')]).toEqual([0, 1]);
    await nightWith({ ...stores, log: { failure: () => {} }, now: () => now });
    const after = await verify();
    expect([total(after, 'checked'), total(after, 'pending')]).toEqual([1, 0]);
    expect(after.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe('which weeks are looked at', () => {
  it.each([
    ['2027-01-12T23:59:59+07:00', '2026-W52'],
    ['2027-01-13T00:00:00+07:00', '2026-W53'],
    ['2027-01-20T00:00:00+07:00', '2027-W01'],
  ])('at %s those from the first to the last that has closed, %s', async (moment, last) => {
    const weeks = weeksFrom(week('2026-W51'), week('2027-W01'));
    await respond(weeks.map((each) => sampleResponse({ week: each, arrival: each })));
    await close(weeks, new Date('2027-01-20T00:00+07:00'));
    expect((await verify(new Date(moment))).at(-1)?.week).toBe(last);
  });
});

it('a fault in any call ends it: what was not seen is not called right', async () => {
  await respond(here);
  await close([w47]);
  let failing = 0;
  for (; ; failing += 1) {
    calls.failOnly(failing, faults.throttling());
    const outcome = await verify().catch((error: unknown) => error);
    const wasReached = calls.made()[failing] !== undefined;
    calls.recover();
    if (!wasReached) break;
    expect(outcome, `call ${failing}`).toBeInstanceOf(Unavailable);
    expect(await differencesAt()).toEqual([]);
  }
  // How far the province is and its weeks; of one commune its tally twice and its answers in three weeks, of the other
  // its tally; the summaries of both; the gathered details and those of both.
  expect(failing).toBe(1 + 1 + (2 + 3) + 2 + 1 + 2);
});
