import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addTallies, emptyTally, type Tally, tallyOf } from '../../functions/domain/tally.ts';
import { keys } from '../../functions/store/keys.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { engines } from '../support/engine.ts';
import { sampleResponse, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w = [44, 45, 46, 47].map((number) => week(`2026-W${number}`));
const [w44 = week('2026-W44'), w45 = week('2026-W45'), w46 = week('2026-W46'), w47 = week('2026-W47')] = w;

/** A tally of ratings, with a detail for each. */
const tally = (...ratings: (1 | 2 | 3 | 4 | 5)[]): Tally =>
  ratings
    .map((overall) => tallyOf(sampleResponse({ overall, criteria: { attitude: overall } })))
    .reduce(addTallies, emptyTally);

const { summary: oneSummary } = tally(5);

describe.each(engines)('tallies on %s', (engine) => {
  let opened: OpenTestTable;
  let tallies: TallyStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    tallies = tallyStore(opened.table);
  });

  const put = async (commune: string, at: typeof w47, counted: Tally, run: number) =>
    tallies.put(commune, at, counted, await tallies.find(commune, at), run);

  describe('the number of a run', () => {
    it('rises with every run of a province', async () => {
      const runs = [await tallies.beginRun('42'), await tallies.beginRun('42'), await tallies.beginRun('42')];
      expect(runs).toEqual([1, 2, 3]);
    });

    it('is never given twice to runs that begin at once', async () => {
      const runs = await Promise.all(Array.from({ length: 20 }, () => tallies.beginRun('42')));
      expect(new Set(runs).size).toBe(20);
    });

    it('is counted for each province by itself', async () => {
      await tallies.beginRun('42');
      expect(await tallies.beginRun('01')).toBe(1);
    });
  });

  describe('of a commune and week', () => {
    it('are empty where nothing was counted', async () => {
      expect(await tallies.find('18073', w47)).toEqual(emptyTally);
    });

    it('are read as they were put, in two items', async () => {
      expect(await put('18073', w47, tally(5, 4, 1), 1)).toBe(2);
      expect(await tallies.find('18073', w47)).toEqual(tally(5, 4, 1));
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

    it('are not written when there is nothing to count and never was', async () => {
      expect(await put('18073', w47, emptyTally, 1)).toBe(0);
      expect(await opened.items()).toEqual([]);
    });

    it('are overwritten whole by a later run, also by nothing', async () => {
      await put('18073', w47, tally(5, 4), 1);
      await put('18073', w47, tally(2), 2);
      expect(await tallies.find('18073', w47)).toEqual(tally(2));
      await put('18073', w47, emptyTally, 3);
      expect(await tallies.find('18073', w47)).toEqual(emptyTally);
    });

    it.each([1, 2])('are never overwritten by run %d once run 2 has written', async (run) => {
      await put('18073', w47, tally(5, 4), 2);
      expect(await put('18073', w47, tally(1), run)).toBe(0);
      expect(await tallies.find('18073', w47)).toEqual(tally(5, 4));
    });

    it('whose summary alone was written before the run was killed are completed', async () => {
      const { pk, sk } = keys.summary('18073', w47);
      await opened.table.put({ pk, sk, week: w47, summary: oneSummary, run: 1 });
      expect(await put('18073', w47, tally(5), 2)).toBe(1);
      expect(await tallies.find('18073', w47)).toEqual(tally(5));
    });

    it('whose detail alone was written are completed, too', async () => {
      const { pk, sk } = keys.detail('18073', w47);
      await opened.table.put({ pk, sk, week: w47, detail: tally(5).detail, run: 1 });
      expect(await put('18073', w47, tally(5), 2)).toBe(1);
      expect(await tallies.find('18073', w47)).toEqual(tally(5));
    });

    it('end as the run that began last, in whatever order runs write', async () => {
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 1 }), async (runs) => {
          const commune = String(10_000 + Math.floor(Math.random() * 80_000));
          for (const run of runs)
            await put(commune, w47, tally(...Array.from({ length: run }, () => 5 as const)), run);
          const last = Math.max(...runs);
          expect((await tallies.find(commune, w47)).summary.counted).toEqual([0, 0, 0, 0, last]);
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
      await tallies.putProvinceWeek('42', w45, { '18073': oneSummary }, 1);
      await tallies.putProvinceWeek('42', w46, { '18073': oneSummary, '18074': tally(1).summary }, 1);
      await tallies.putProvinceWeek('42', w47, { '18073': oneSummary }, 1);
      await tallies.putProvinceWeek('01', w46, { '00004': oneSummary }, 1);
      await tallies.beginRun('42');
      expect(await tallies.ofProvince('42', w46)).toEqual(
        new Map([
          ['18073', [w45, w46].map((each) => ({ week: each, summary: oneSummary }))],
          ['18074', [{ week: w46, summary: tally(1).summary }]],
        ]),
      );
    });

    it('are written when they changed, and by no earlier run', async () => {
      expect(await tallies.putProvinceWeek('42', w47, {}, 1)).toBe(false);
      expect(await tallies.putProvinceWeek('42', w47, { '18073': oneSummary }, 3)).toBe(true);
      expect(await tallies.putProvinceWeek('42', w47, { '18073': oneSummary }, 4)).toBe(false);
      expect(await tallies.putProvinceWeek('42', w47, { '18074': oneSummary }, 2)).toBe(false);
      expect([...(await tallies.ofProvince('42', w47)).keys()]).toEqual(['18073']);
    });

    it('fit for the largest one: 168 communes with every flag and channel', async () => {
      const counts = { burst: 999, too_fast: 999, closed_hours: 999, straight_lined: 999, late: 999 };
      const full = { ...oneSummary, flags: counts, channels: { qr: 9_999, kiosk: 9_999 } };
      const summaries = Object.fromEntries(Array.from({ length: 168 }, (_, n) => [String(18_000 + n), full]));
      expect(await tallies.putProvinceWeek('42', w47, summaries, 1)).toBe(true);
      expect((await tallies.ofProvince('42', w47)).size).toBe(168);
    });
  });
});
