import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/day.ts';
import type { Week } from '../../functions/domain/iso-week.ts';
import type { Standing, WeekSummary } from '../../functions/domain/standing.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from '../../functions/domain/tally.ts';
import { keys } from '../../functions/store/keys.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { countsIn } from '../support/aggregation.ts';
import { busyProvince } from '../support/busy-tallies.ts';
import { engines } from '../support/engine.ts';
import { bytesOfItem } from '../support/item-size.ts';
import { collected, present, sampleResponse, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w = [44, 45, 46, 47].map((number) => week(`2026-W${number}`));
const [w44 = week('2026-W44'), w45 = week('2026-W45'), w46 = week('2026-W46'), w47 = week('2026-W47')] = w;

/** A tally of ratings, with a detail for each. */
const tally = (...ratings: (1 | 2 | 3 | 4 | 5)[]): Tally =>
  ratings
    .map((overall) => tallyOf(sampleResponse({ overall, criteria: { attitude: overall } })))
    .reduce(addTallies, emptyTally);

const { summary: oneSummary } = tally(5);
const open: Standing = { status: 'open', revision: 0 };
const closed: Standing = { status: 'closed', revision: 1 };

const brought = (at: Week, communes: Record<string, Tally>, standing = open): Map<string, WeekSummary> =>
  new Map(
    Object.entries(communes).map(([commune, { summary }]) => [commune, { week: at, summary, ...standing }]),
  );

describe.each(engines)('tallies on %s', (engine) => {
  let opened: OpenTestTable;
  let tallies: TallyStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    tallies = tallyStore(opened.table);
  });

  const put = async (commune: string, at: Week, counted: Tally, run: number, standing = open) =>
    tallies.put(commune, at, { ...counted, ...standing }, await tallies.find(commune, at), run);
  const counts = (commune: string, at: Week) => countsIn(tallies, commune, at);

  describe('the number of a run', () => {
    it('rises with every run of a province', async () => {
      const runs = [await tallies.beginRun('42'), await tallies.beginRun('42'), await tallies.beginRun('42')];
      expect(runs.map(({ run }) => run)).toEqual([1, 2, 3]);
      expect(await tallies.progress('42')).toEqual({ run: 3 });
    });

    it('is never given twice to runs that begin at once', async () => {
      const runs = await Promise.all(Array.from({ length: 20 }, () => tallies.beginRun('42')));
      expect(new Set(runs.map(({ run }) => run)).size).toBe(20);
    });

    it('is counted for each province by itself', async () => {
      await tallies.beginRun('42');
      expect(await tallies.beginRun('01')).toEqual({ run: 1 });
    });
  });

  describe('the last week that was counted after it had closed', () => {
    it('is told to every run that begins', async () => {
      await tallies.closeUpTo('42', w46);
      expect(await tallies.beginRun('42')).toEqual({ run: 1, closed: w46 });
      expect(await tallies.progress('42')).toEqual({ run: 1, closed: w46 });
    });

    it('is never taken back', async () => {
      await tallies.closeUpTo('42', w46);
      await tallies.closeUpTo('42', w44);
      expect((await tallies.progress('42')).closed).toBe(w46);
    });

    it('is none at first', async () => {
      expect(await tallies.progress('42')).toEqual({ run: 0 });
    });
  });

  describe('of a commune and week', () => {
    it('are not there where nothing was counted', async () => {
      expect(await tallies.find('18073', w47)).toBeUndefined();
    });

    it('are read as they were put, in two items', async () => {
      expect(await put('18073', w47, tally(5, 4, 1), 1)).toBe(2);
      expect(await counts('18073', w47)).toEqual(tally(5, 4, 1));
      expect((await opened.items()).map(({ sk }) => sk).toSorted()).toEqual([
        'DETAIL#2026-W47',
        'SUMMARY#2026-W47',
      ]);
    });

    it('are not written when nothing changed, in whatever order their names come', async () => {
      const counted = addTallies(tally(5), tallyOf(sampleResponse({ channel: 'kiosk', flags: ['late'] })));
      await put('18073', w47, counted, 1);
      const turned = addTallies(tallyOf(sampleResponse({ channel: 'kiosk', flags: ['late'] })), tally(5));
      expect(await put('18073', w47, turned, 2)).toBe(0);
      expect((await opened.items()).map(({ run }) => run)).toEqual([1, 1]);
    });

    it('are overwritten whole by a later run, also by nothing', async () => {
      await put('18073', w47, tally(5, 4), 1);
      await put('18073', w47, tally(2), 2);
      expect(await counts('18073', w47)).toEqual(tally(2));
      await put('18073', w47, emptyTally, 3);
      expect(await counts('18073', w47)).toEqual(emptyTally);
    });

    it.each([1, 2])('are never overwritten by run %d once run 2 has written', async (run) => {
      await put('18073', w47, tally(5, 4), 2);
      expect(await put('18073', w47, tally(1), run)).toBeUndefined();
      expect(await counts('18073', w47)).toEqual(tally(5, 4));
    });

    it('whose summary alone was written before the run was killed are completed', async () => {
      const { pk, sk } = keys.summary('18073', w47);
      await put('18073', w47, tally(5), 1);
      await opened.table.delete(keys.detail('18073', w47));
      expect(await tallies.find('18073', w47)).toMatchObject({ isWhole: false });
      expect(await put('18073', w47, tally(5), 2)).toBe(1);
      expect(await tallies.find('18073', w47)).toMatchObject({ ...tally(5), isWhole: true });
      expect((await opened.table.get({ pk, sk }))?.['run']).toBe(1);
    });

    it('whose detail is that of an earlier summary are not taken for whole', async () => {
      await put('18073', w47, tally(5), 1);
      const detail = present(await opened.table.get(keys.detail('18073', w47)));
      await put('18073', w47, tally(5, 4), 2);
      await opened.table.put({ ...keys.detail('18073', w47), ...detail });
      expect(await tallies.find('18073', w47)).toMatchObject({ ...tally(5, 4), detail: tally(5).detail });
      expect(await tallies.find('18073', w47)).toMatchObject({ isWhole: false });
    });

    it('are written again when only how final they are has changed', async () => {
      await put('18073', w47, tally(5), 1);
      await put('18073', w47, tally(5), 2, closed);
      expect(await tallies.find('18073', w47)).toMatchObject({
        ...tally(5),
        ...closed,
        isWhole: true,
        run: 2,
      });
    });

    it('are not overwritten by a later run that has not seen what another made of them', async () => {
      await put('18073', w47, tally(5), 1, closed);
      const seen = await tallies.find('18073', w47);
      await put('18073', w47, tally(4), 2, { status: 'closed', revision: 2 });
      const next = { ...tally(3), status: 'closed', revision: 2 } as const;
      expect(await tallies.put('18073', w47, next, seen, 3)).toBeUndefined();
      expect(await counts('18073', w47)).toEqual(tally(4));
    });

    it('end as the run that began last, in whatever order runs write', async () => {
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 1 }), async (runs) => {
          const commune = String(10_000 + Math.floor(Math.random() * 80_000));
          for (const run of runs)
            await put(commune, w47, tally(...Array.from({ length: run }, () => 5 as const)), run);
          const last = Math.max(...runs);
          expect((await counts(commune, w47)).summary.counted).toEqual([0, 0, 0, 0, last]);
        }),
        { numRuns: 15 },
      );
    });
  });

  describe('of the weeks of a commune', () => {
    beforeEach(async () => {
      for (const [i, each] of w.entries())
        await put('18073', each, tally(...w.slice(0, i + 1).map(() => 4 as const)), 1);
      await put('18074', w45, tally(1), 1);
    });

    it('come in order, up to the last one asked for', async () => {
      const found = await tallies.ofCommune('18073', w46);
      expect(found.map((each) => each.week)).toEqual([w44, w45, w46]);
      expect(found.map(({ summary }) => summary.counted[3])).toEqual([1, 2, 3]);
    });

    it('are those of the commune alone', async () => {
      expect((await tallies.ofCommune('18074', w47)).map((each) => each.week)).toEqual([w45]);
      expect(await tallies.ofCommune('18075', w47)).toEqual([]);
    });

    it('have details that add up over a run of weeks, both ends included', async () => {
      const { criteria } = await tallies.detailOf('18073', w45, w46);
      expect(criteria['attitude']?.ratings).toEqual([0, 0, 0, 5, 0]);
      expect(await tallies.detailOf('18075', w44, w47)).toEqual(emptyTally.detail);
    });
  });

  describe('of a province', () => {
    it('come by commune and week, up to the last one asked for', async () => {
      await tallies.putProvinceWeek('42', w45, brought(w45, { '18073': tally(5) }), 1);
      await tallies.putProvinceWeek('42', w46, brought(w46, { '18073': tally(5), '18074': tally(1) }), 1);
      await tallies.putProvinceWeek('42', w47, brought(w47, { '18073': tally(5) }), 1);
      await tallies.putProvinceWeek('01', w46, brought(w46, { '00004': tally(5) }), 1);
      await tallies.beginRun('42');
      expect(await tallies.ofProvince('42', w46)).toEqual(
        new Map([
          ['18073', [w45, w46].map((each) => ({ week: each, summary: oneSummary, ...open }))],
          ['18074', [{ week: w46, summary: tally(1).summary, ...open }]],
        ]),
      );
    });

    it('are written when they changed, and by no earlier run', async () => {
      const [one, other] = ['18073', '18074'].map((commune) => brought(w47, { [commune]: tally(5) }));
      expect(await tallies.putProvinceWeek('42', w47, new Map(), 1)).toBe(false);
      expect(await tallies.putProvinceWeek('42', w47, present(one), 3)).toBe(true);
      expect(await tallies.putProvinceWeek('42', w47, present(one), 4)).toBe(false);
      expect(await tallies.putProvinceWeek('42', w47, present(other), 2)).toBe(false);
      expect([...(await tallies.ofProvince('42', w47)).keys()]).toEqual(['18073']);
    });

    it('fit for the largest one: 168 communes with every flag and channel', async () => {
      expect(await tallies.putProvinceWeek('42', w47, busyProvince(168, w47), 1)).toBe(true);
      expect((await tallies.ofProvince('42', w47)).size).toBe(168);
    });

    it('are told how final they are', async () => {
      const revised = { status: 'closed', revision: 3, revisedOn: dayOf(new Date('2026-12-20')) } as const;
      const summaries = new Map([
        ...brought(w47, { '18073': tally(5) }, closed),
        ...brought(w47, { '18074': tally(5) }, revised),
      ]);
      await tallies.putProvinceWeek('42', w47, summaries, 1);
      const found = await tallies.ofProvince('42', w47);
      expect(found.get('18073')).toEqual([{ week: w47, summary: oneSummary, ...closed }]);
      expect(found.get('18074')).toEqual([{ week: w47, summary: oneSummary, ...revised }]);
    });

    it('are as final as the least final of its communes', async () => {
      const summaries = new Map([
        ...brought(w47, { '18073': tally(5) }, closed),
        ...brought(w47, { '18074': tally(5) }),
      ]);
      await tallies.putProvinceWeek('42', w47, summaries, 1);
      expect((await tallies.ofProvince('42', w47)).get('18073')?.[0]?.status).toBe('open');
    });

    it('of 3,321 communes are seven items of less than 400 KB each, read as one week', async () => {
      expect(await tallies.putProvinceWeek('42', w47, busyProvince(3_321, w47), 1)).toBe(true);
      const sizes = (await opened.items('PROVINCE#')).map((item) => bytesOfItem(item));
      expect(sizes).toHaveLength(7);
      expect(Math.max(...sizes)).toBeLessThan(400_000);
      expect(
        (await collected(tallies.provinceWeeks('42', w47))).map(({ summaries }) => summaries.size),
      ).toEqual([3_321]);
    });

    it('that has become smaller leaves nothing of the communes that are gone', async () => {
      await tallies.putProvinceWeek('42', w47, busyProvince(501, w47), 1);
      await tallies.putProvinceWeek('42', w47, busyProvince(2, w47), 2);
      expect((await tallies.ofProvince('42', w47)).size).toBe(2);
    });
  });
});
