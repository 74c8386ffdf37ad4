import { describe, expect, it } from 'vitest';
import { importVisits } from '../../functions/administration/import-visits.ts';
import { dayOf } from '../../functions/domain/day.ts';
import { addWeeks, weekOf } from '../../functions/domain/iso-week.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { camXuyen, haHuyTap, haTinh, thanhSen } from './ha-tinh.ts';
import { workplace } from './workplace.ts';

const { admin, json, file, stores } = workplace();

const open = weekOf(new Date());
const ended = lastEndedWeek(new Date());
const earlier = addWeeks(ended, -1);

/** Stores with the units of Hà Tĩnh. */
const withUnits = async () => {
  const all = await stores();
  await all.units.put(haTinh);
  return all;
};

describe('visits import', () => {
  it('takes over the visits of a file, and nothing when it is run again', async () => {
    const { visits } = await withUnits();
    const path = await file(
      `commune,week,visits\n18073,${ended},214\n18073,${earlier},0\n18652,${ended},95\n`,
    );
    expect(await json(['visits', 'import', path])).toEqual({ added: 3, corrected: 0, unchanged: 0 });
    expect(await visits.ofProvince(haTinh, earlier, ended)).toEqual(
      new Map([
        [
          thanhSen.code,
          new Map([
            [earlier, 0],
            [ended, 214],
          ]),
        ],
        [haHuyTap.code, new Map([[ended, 95]])],
      ]),
    );
    expect(await json(['visits', 'import', path])).toEqual({ added: 0, corrected: 0, unchanged: 3 });
    expect(await visits.historyOf(thanhSen, ended)).toHaveLength(1);
  });

  it('corrects what anybody reported, and keeps who reported what', async () => {
    const { visits } = await withUnits();
    const on = dayOf(new Date());
    await visits.report({ commune: thanhSen, week: ended, visits: 200, by: 'chief', on }, 0);
    const path = await file(`week,visits,commune\r\n${ended},214,18073\r\n${ended},12,18673\r\n`);
    expect(await json(['visits', 'import', path])).toEqual({ added: 1, corrected: 1, unchanged: 0 });
    expect(await visits.historyOf(thanhSen, ended)).toEqual([
      { before: undefined, visits: 200, revision: 1, by: 'chief', on },
      { before: 200, visits: 214, revision: 2, by: 'import', on },
    ]);
    expect(await visits.historyOf(camXuyen, ended)).toMatchObject([{ visits: 12, by: 'import' }]);
  });

  it('names every bad row by its line and imports nothing of the file', async () => {
    const { visits } = await withUnits();
    const rows = [
      `18073,${ended},214`,
      `18073,${ended},215`,
      `18073,${earlier},1.234`,
      `18652,${ended},1000000`,
      `18652,${open},10`,
      `18652,${addWeeks(open, 1)},10`,
      `1807,2026-W54,-5`,
      `18652,2024-W10,`,
      `18652,${earlier}`,
    ];
    const path = await file(`commune,week,visits\n${rows.join('\n')}\n`);
    expect(await admin(['visits', 'import', path])).toEqual({
      code: 2,
      stdout: '',
      said: [
        'line 3: this commune and week stand on line 2 already',
        'line 4: visits "1.234" must be a whole number from 0 to 100000, without points or commas',
        'line 5: visits "1000000" is more than 100000: no commune receives so many in a week',
        `line 6: week "${open}" has not ended: report it from next Monday on`,
        `line 7: week "${addWeeks(open, 1)}" has not begun`,
        'line 8: commune "1807" must have 5 digits, leading zeros included',
        'line 8: week "2026-W54" is no week: write it like 2026-W47',
        'line 8: visits "-5" must be a whole number from 0 to 100000, without points or commas',
        'line 9: week "2024-W10" lies before 2025, the first year that can be reported',
        'line 9: visits "" must be a whole number from 0 to 100000, without points or commas',
        'line 10: 2 cells instead of 3; a cell with a comma needs quotes',
        `error: ${path}: 11 problems, nothing was imported`,
      ],
    });
    const unknown = await file(`commune,week,visits\n18073,${ended},214\n99999,${ended},3\n`);
    expect((await admin(['visits', 'import', unknown])).said).toEqual([
      'line 3: there is no commune 99999',
      `error: ${unknown}: 1 problem, nothing was imported`,
    ]);
    expect(await visits.ofProvince(haTinh, earlier, open)).toEqual(new Map());
  });

  it('stands beside what others report in the same moment: both are in the history', async () => {
    const { visits } = await withUnits();
    const on = dayOf(new Date());
    let isFirst = true;
    const busy: Parameters<typeof importVisits>[0] = {
      ...visits,
      report: async (report, seen) => {
        if (isFirst) {
          isFirst = false;
          await visits.report({ ...report, visits: 7, by: 'chief' }, 0);
        }
        return visits.report(report, seen);
      },
    };
    const placed = [{ commune: thanhSen, week: ended, visits: 9 }];
    expect(await importVisits(busy, [haTinh], { placed, by: 'import', on })).toEqual({
      added: 0,
      corrected: 1,
      unchanged: 0,
    });
    const history = await visits.historyOf(thanhSen, ended);
    expect(history.map(({ by, visits: count }) => [by, count])).toEqual([
      ['chief', 7],
      ['import', 9],
    ]);
  });

  it('gives up, and says so, where others never stop', async () => {
    const { visits } = await withUnits();
    const conflict: Parameters<typeof importVisits>[0] = {
      ...visits,
      report: async () => ({ outcome: 'conflict', current: undefined }),
    };
    const placed = [{ commune: thanhSen, week: ended, visits: 9 }];
    await expect(
      importVisits(conflict, [haTinh], { placed, by: 'import', on: dayOf(new Date()) }),
    ).rejects.toThrow(`the visits of 18073 in ${ended} are being changed by others`);
  });
});
