import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/day.ts';
import { addWeeks } from '../../functions/domain/iso-week.ts';
import { type VisitsReport, type VisitsStore, visitsStore } from '../../functions/store/visits-store.ts';
import { engines } from '../support/engine.ts';
import { canLoc, haTinh, provinceOf, thanhSen, week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const [w45, w46, w47] = [week('2026-W45'), week('2026-W46'), week('2026-W47')];
const on = dayOf(new Date('2026-11-23T02:00Z'));

const report = (visits: number, about: Partial<VisitsReport> = {}): VisitsReport => ({
  commune: thanhSen,
  week: w47,
  visits,
  by: 'chief',
  on,
  ...about,
});

describe.each(engines)('reported visits on %s', (engine) => {
  let opened: OpenTestTable;
  let visits: VisitsStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    visits = visitsStore(opened.table);
  });

  const current = async () => (await visits.ofCommune(thanhSen, w47, w47)).get(w47);
  const history = async () =>
    (await visits.historyOf(thanhSen, w47)).map(({ before, visits: after, by }) => [before, after, by]);

  it('are found as they were reported, with who did and on which day', async () => {
    const first = { visits: 214, revision: 1, by: 'chief', on: '2026-11-23' };
    expect(await visits.report(report(214), 0)).toEqual({ outcome: 'stored', current: first });
    expect(await current()).toEqual(first);
  });

  it('may be none: nobody came', async () => {
    await visits.report(report(0), 0);
    expect(await current()).toMatchObject({ visits: 0 });
    expect(await visits.ofProvince(haTinh, w47, w47)).toEqual(new Map([['18073', new Map([[w47, 0]])]]));
  });

  it('are unknown where nobody reported them', async () => {
    expect(await current()).toBeUndefined();
    expect(await visits.historyOf(thanhSen, w47)).toEqual([]);
    expect(await visits.ofProvince(haTinh, w45, w47)).toEqual(new Map());
  });

  it('are corrected by sending again, and everything that stood there is kept', async () => {
    await visits.report(report(214), 0);
    expect(await visits.report(report(241, { by: 'import' }), 1)).toMatchObject({ outcome: 'stored' });
    await visits.report(report(240), 2);
    expect(await current()).toMatchObject({ visits: 240, revision: 3 });
    expect(await history()).toEqual([
      [undefined, 214, 'chief'],
      [214, 241, 'import'],
      [241, 240, 'chief'],
    ]);
  });

  it('that are the same again change nothing, whatever was seen', async () => {
    await visits.report(report(214), 0);
    const before = await opened.items();
    for (const seen of [0, 1, 7]) {
      const again = await visits.report(report(214, { by: 'somebody else' }), seen);
      expect(again).toMatchObject({ outcome: 'unchanged', current: { visits: 214, by: 'chief' } });
    }
    expect(await opened.items()).toEqual(before);
  });

  it.each([0, 1, 3])('are not overwritten by who saw revision %d while another stands', async (seen) => {
    await visits.report(report(214), 0);
    await visits.report(report(241), 1);
    expect(await visits.report(report(999), seen)).toMatchObject({
      outcome: 'conflict',
      current: { visits: 241, revision: 2 },
    });
    expect(await history()).toHaveLength(2);
  });

  it('of a week that was never reported are refused to who saw some', async () => {
    expect(await visits.report(report(5), 1)).toEqual({ outcome: 'conflict', current: undefined });
    expect(await opened.items()).toEqual([]);
  });

  it('by many at once end as one of them, and the others are told', async () => {
    const sent = Array.from({ length: 12 }, (_, n) => report(100 + n, { by: `account ${n}` }));
    const outcomes = await Promise.all(sent.map((each) => visits.report(each, 0)));
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(11);
    expect(new Set(outcomes.map((each) => each.current?.by)).size).toBe(1);
  });

  it('by many who try until they succeed are all in the history, once each', async () => {
    const insist = async (each: VisitsReport): Promise<void> => {
      let seen = 0;
      for (;;) {
        const { outcome, current: stands } = await visits.report(each, seen);
        if (outcome !== 'conflict') return;
        seen = stands?.revision ?? 0;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => insist(report(100 + n))));
    const changes = await visits.historyOf(thanhSen, w47);
    expect(changes.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(changes.map((change) => change.visits).toSorted((a, b) => a - b)).toEqual([
      100, 101, 102, 103, 104, 105, 106, 107,
    ]);
    expect(changes.slice(1).map(({ before }) => before)).toEqual(
      changes.slice(0, -1).map((each) => each.visits),
    );
  });

  it('whose correction was cut short after keeping what stood there are corrected by sending again', async () => {
    await visits.report(report(214), 0);
    const dying = visitsStore({ ...opened.table, update: () => Promise.reject(new Error('killed')) });
    await expect(dying.report(report(241), 1)).rejects.toThrow('killed');
    expect(await current()).toMatchObject({ visits: 214, revision: 1 });
    expect(await history()).toEqual([[undefined, 214, 'chief']]);

    expect(await visits.report(report(241), 1)).toMatchObject({ outcome: 'stored' });
    expect(await history()).toEqual([
      [undefined, 214, 'chief'],
      [214, 241, 'chief'],
    ]);
  });

  it('whose answer was lost on the way are not taken for a conflict', async () => {
    const deaf = visitsStore({
      ...opened.table,
      update: async (...args) => {
        await opened.table.update(...args);
        // The client tries again, and its condition does not hold any more.
        return opened.table.update(...args);
      },
    });
    expect(await deaf.report(report(214), 0)).toMatchObject({ outcome: 'stored', current: { revision: 1 } });
  });

  it('are read whole while they are being replaced', async () => {
    await visits.report(report(214), 0);
    const replacing = visitsStore({
      ...opened.table,
      async *query(pk, options) {
        yield* opened.table.query(pk, options);
        if (options?.between?.[0].startsWith('WEEK')) await visits.report(report(241), 1);
      },
    });
    expect(await replacing.historyOf(thanhSen, w47)).toMatchObject([{ revision: 1, visits: 214 }]);
  });

  it('come by week for one commune, and by commune and week for a province', async () => {
    const hanoi = { code: '00004', province: '01' };
    await visits.report(report(10, { week: w45 }), 0);
    await visits.report(report(11, { week: w46 }), 0);
    await visits.report(report(12), 0);
    await visits.report(report(20, { commune: canLoc, week: w46 }), 0);
    await visits.report(report(99, { commune: hanoi, week: w46 }), 0);
    await visits.report(report(13), 1);

    const found = await visits.ofCommune(thanhSen, w46, w47);
    expect([...found].map(([each, { visits: count }]) => [each, count])).toEqual([
      [w46, 11],
      [w47, 13],
    ]);
    expect(await visits.ofProvince(haTinh, w45, w46)).toEqual(
      new Map([
        [
          '18073',
          new Map([
            [w45, 10],
            [w46, 11],
          ]),
        ],
        ['18074', new Map([[w46, 20]])],
      ]),
    );
  });

  it('of the largest province are one item a week, however often they were corrected', async () => {
    const largest = provinceOf(168);
    for (const each of [w46, w47]) {
      await Promise.all(
        largest.communes.map((commune, n) => visits.report(report(n, { commune, week: each }), 0)),
      );
    }
    await visits.report(report(999, { commune: thanhSen }), 1);

    const read: unknown[] = [];
    const counting = visitsStore({
      ...opened.table,
      async *query(pk, options) {
        for await (const item of opened.table.query(pk, options)) {
          read.push(item);
          yield item;
        }
      },
    });
    const reported = await counting.ofProvince(largest, w46, w47);
    expect([read.length, reported.size]).toEqual([2, 168]);
    expect([...reported.values()].every((ofWeeks) => ofWeeks.size === 2)).toBe(true);
    const sizes = (await opened.items('VISITS#')).map((item) => JSON.stringify(item).length);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });

  it('of a whole week at once are what its communes reported one by one, unless some were there', async () => {
    const some = new Map([
      [thanhSen.code, 214],
      [canLoc.code, 0],
    ]);
    const ofWeek = { province: '42', week: w46, visits: some, by: 'sample', on };
    expect(await visits.addWeek(ofWeek)).toBe(true);
    const one = { visits: 214, revision: 1, by: 'sample', on };
    expect(await visits.ofCommune(thanhSen, w46, w46)).toEqual(new Map([[w46, one]]));
    expect(await visits.report(report(215, { week: w46 }), 1)).toMatchObject({ outcome: 'stored' });
    expect(await visits.addWeek(ofWeek)).toBe(false);
    expect(await visits.historyOf(thanhSen, w46)).toMatchObject([{ visits: 214 }, { visits: 215 }]);
  });

  it('and their history agree after any sequence of reports', async () => {
    const step = fc.record({ visits: fc.integer({ min: 0, max: 3 }), seen: fc.integer({ min: 0, max: 4 }) });
    const weeksOfOwn = { next: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        weeksOfOwn.next += 1;
        const own = addWeeks(w47, -weeksOfOwn.next);
        let [expected, last]: [number[], number | undefined] = [[], undefined];
        for (const { visits: count, seen } of steps) {
          const { outcome } = await visits.report(report(count, { week: own }), seen);
          const isStored = count !== last && seen === expected.length;
          expect(outcome === 'stored').toBe(isStored);
          if (isStored) [expected, last] = [[...expected, count], count];
        }
        expect((await visits.historyOf(thanhSen, own)).map((each) => each.visits)).toEqual(expected);
        expect((await visits.ofCommune(thanhSen, own, own)).get(own)?.visits).toBe(last);
      }),
      { numRuns: 25 },
    );
  });
});
