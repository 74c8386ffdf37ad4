import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { dayOf } from '../../functions/domain/day.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { addWeeks, weekOf } from '../../functions/domain/iso-week.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { camXuyen, haHuyTap, haTinh, thanhSen } from './ha-tinh.ts';
import { rate, times } from './responses.ts';
import { workplace } from './workplace.ts';

const { admin, json, stores } = workplace();

const desk = newDeskCode(new Uint8Array(7));
const open = weekOf(new Date());
const ended = lastEndedWeek(new Date());

/**
 * Thành Sen: 40 answers in two weeks, 36 of them satisfied, and one that is flagged. Hà Huy Tập: 12, all satisfied.
 * Cẩm Xuyên: 4. In the open week one more at Thành Sen.
 */
beforeEach(async () => {
  const { units, responses, tallies } = await stores();
  await units.put(haTinh);
  const at = (commune: string, week = ended) => ({ commune, week, desk });
  await rate(responses, at(thanhSen.code, addWeeks(ended, -1)), [...times(15, 5), ...times(2, 2)]);
  await rate(responses, at(thanhSen.code), [...times(11, 5), ...times(10, 4), 3, 1], {
    criteria: { waiting: 4, outcome: 'na' },
  });
  await rate(responses, at(thanhSen.code), [1], { flags: ['closed_hours'] });
  await rate(responses, at(haHuyTap.code), times(12, 4));
  await rate(responses, at(camXuyen.code), [5, 5, 5, 1]);
  await rate(responses, at(thanhSen.code, open), [5]);
  const weeks = [addWeeks(ended, -1), ended, open];
  await aggregateProvince({ responses, tallies }, haTinh, { weeks, now: new Date() });
});

const Export = z.object({
  province: z.string(),
  window: z.number(),
  level: z.nullable(z.number()),
  compared: z.nullable(z.boolean()),
  communes: z.array(z.record(z.string(), z.unknown())),
});

const exported = async (...options: string[]) =>
  Export.parse(await json(['export', '--province', '42', '--week', ended, '--format', 'json', ...options]));

const counts = ({ rated, satisfied, all }: Record<string, unknown>) => [rated, satisfied, all];

describe('export', () => {
  it('tells the operator everything, to the last digit', async () => {
    const { communes, level, ...about } = await exported('--audience', 'operator');
    expect(about).toEqual({ province: '42', window: 13, compared: false });
    expect(level).toBe(48 / 52);
    expect(communes.map(counts)).toEqual([
      [40, 36, 41],
      [12, 12, 12],
      [4, 3, 4],
    ]);
    expect(communes[0]).toMatchObject({
      commune: '18073',
      name: 'Thành Sen',
      to: ended,
      flagged: 1,
      topBox: 26,
      unhappy: 3,
      satisfactionRate: 0.9,
      meanScore: 89,
      responseRate: null,
      tier: 'reportable',
      band: 'none',
      criteria: { waiting: { rated: 23, satisfied: 23 }, outcome: { rated: 0 } },
    });
    expect(communes[0]?.['low']).toBeCloseTo(0.76948225, 8);
    expect(communes[0]?.['high']).toBeCloseTo(0.96042047, 8);
  });

  it('tells the province rates of thirty answers, counts of ten and nothing of fewer', async () => {
    const { communes, level } = await exported();
    expect(level).toBe(0.9231);
    expect(communes.map(counts)).toEqual([
      // The one flagged answer could be told by subtraction.
      [40, 36, null],
      [12, null, null],
      [null, null, null],
    ]);
    expect(communes.map(({ tier }) => tier)).toEqual(['reportable', 'indicative', 'insufficient']);
    expect(communes[0]).toMatchObject({ satisfactionRate: 0.9, low: 0.7695, high: 0.9604 });
  });

  it('tells a commune its indicative rate, and narrows rows without touching the numbers', async () => {
    const { communes } = await exported('--audience', 'commune', '--commune', '18652');
    expect(communes).toMatchObject([{ commune: '18652', rated: 12, satisfied: 12, tier: 'indicative' }]);
  });

  it('tells the public neither counts below thirty nor any comparison', async () => {
    const { communes, level, compared } = await exported('--audience', 'public');
    expect({ level, compared }).toEqual({ level: null, compared: null });
    const nothing = [null, null, null];
    expect(communes.map(counts)).toEqual([[40, 36, null], nothing, nothing]);
    expect(communes[0]).toMatchObject({ satisfactionRate: 0.9, band: null, gap: null, trend: null });

    const { communes: week } = await exported('--audience', 'public', '--window', '1');
    expect(week.map(counts)).toEqual([nothing, nothing, nothing]);
    expect(week[0]).toMatchObject({ from: null, to: null, tier: 'insufficient' });
  });

  it('shows the open week to the operator only', async () => {
    const asked = ['export', '--province', '42', '--week', open, '--window', '1'];
    expect(await admin(asked)).toEqual({
      code: 2,
      stdout: '',
      said: [`error: week ${open} has not ended: only the operator sees it; the last one is ${ended}`],
    });
    const { communes } = Export.parse(await json([...asked, '--audience', 'operator']));
    expect(communes[0]).toMatchObject({ from: open, to: open, rated: 1, satisfied: 1 });
    expect((await admin([...asked, '--audience', 'public'], { CLOCK_SHIFT: '+7d' })).code).toBe(0);
  });

  it('tells how many of those who came answered, once their visits are reported', async () => {
    const { visits } = await stores();
    const report = (commune: typeof thanhSen, week: typeof ended, count: number) =>
      visits.report({ commune, week, visits: count, by: 'test', on: dayOf(new Date()) }, 0);
    await report(haHuyTap, ended, 40);
    await report(thanhSen, ended, 96);
    const rates = async (...options: string[]) =>
      (await exported(...options)).communes.map(({ responseRate }) => responseRate);

    // Of Thành Sen only one of two weeks is reported: 24 answers of 96 visits, one of them flagged.
    expect(await rates('--audience', 'operator')).toEqual([0.25, 0.3, null]);
    // To others the flagged one is left out, lest it be told; to the province 12 answers are a count alone.
    expect(await rates()).toEqual([0.2396, null, null]);
    expect(await rates('--audience', 'commune')).toEqual([0.2396, 0.3, null]);

    await report(thanhSen, addWeeks(ended, -1), 34);
    expect(await rates('--audience', 'operator')).toEqual([41 / 130, 0.3, null]);
    expect(await rates('--audience', 'operator', '--window', '1')).toEqual([0.25, 0.3, null]);
  });

  it.each<[string, string[], string]>([
    [
      'a format that is none',
      ['--format', 'pdf'],
      "argument 'pdf' is invalid. Allowed choices are json, csv, xlsx.",
    ],
    ['a window that is none', ['--window', '2'], "argument '2' is invalid. Allowed choices are 1, 4, 13."],
    ['a commune of elsewhere', ['--commune', '00004'], 'there is no commune 00004 in province 42'],
    ['a province that is none', ['--province', '99'], 'there is no province 99'],
    ['a week that has not begun', ['--week', '9998-W01', '--audience', 'operator'], 'has not begun'],
  ])('refuses %s in one line', async (_, options, line) => {
    const { code, stdout, said } = await admin(['export', '--province', '42', '--week', ended, ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(said).toEqual([expect.stringContaining(line)]);
  });
});
