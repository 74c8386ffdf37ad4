import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { addWeeks, weekOf } from '../../functions/domain/iso-week.ts';
import type { Response } from '../../functions/domain/response.ts';
import { sum } from '../../functions/domain/tally.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { haTinh, thanhSen } from './ha-tinh.ts';
import { rate } from './responses.ts';
import { workplace } from './workplace.ts';

const { admin, json, stores } = workplace();

const desk = newDeskCode(new Uint8Array(7));
const Report = z.object({
  weeks: z.array(z.string()),
  communes: z.number(),
  responses: z.number(),
  written: z.number(),
  notCounted: z.array(z.string()),
});

describe('aggregate', () => {
  it('counts the open and the provisional weeks, and writes nothing when nothing has changed', async () => {
    const { units, responses, tallies } = await stores();
    await units.put(haTinh);
    const now = new Date();
    await rate(responses, { commune: thanhSen.code, week: weekOf(now), desk }, [5, 5, 4]);
    await rate(responses, { commune: thanhSen.code, week: lastEndedWeek(now), desk }, [1]);

    const first = Report.parse(await json(['aggregate']));
    expect(first).toMatchObject({ communes: 3, responses: 4, notCounted: [] });
    expect(first.weeks).toEqual(expect.arrayContaining([lastEndedWeek(now), weekOf(now)]));
    expect(first.written).toBeGreaterThan(0);
    const counted = (await tallies.ofCommune(thanhSen.code, weekOf(now))).map(
      ({ summary }) => summary.counted,
    );
    expect(counted.map(sum)).toEqual([1, 3]);
    expect(await json(['aggregate', '--province', '42'])).toEqual({ ...first, written: 0 });
  });

  it('counts one week that is asked for, by a clock that was moved', async () => {
    const { units, responses } = await stores();
    await units.put(haTinh);
    const week = addWeeks(weekOf(new Date()), 2);
    await rate(responses, { commune: thanhSen.code, week, desk }, [5]);
    expect(await json(['aggregate', '--week', week], { CLOCK_SHIFT: '+2w' })).toMatchObject({
      weeks: [week],
      responses: 1,
    });
  });

  it('counts the other provinces where one can not be counted, says which, and fails', async () => {
    const { units, responses } = await stores();
    const commune = { code: '00004', name: 'Ba Đình', kind: 'Phường', province: '01' } as const;
    await units.put(haTinh);
    await units.put({ code: '01', name: 'Thành phố Hà Nội', communes: [commune] });
    const week = lastEndedWeek(new Date());
    await rate(responses, { commune: thanhSen.code, week, desk }, [5, 4]);
    const unknown = z.custom<Response['criteria']>().parse({ attitude: 9 });
    await rate(responses, { commune: commune.code, week, desk }, [5], { criteria: unknown });

    const { code, stdout, said } = await admin(['aggregate', '--week', week]);
    expect(code).toBe(1);
    expect(Report.parse(JSON.parse(stdout))).toMatchObject({ communes: 4, responses: 2, notCounted: ['01'] });
    expect(said).toEqual([
      expect.stringContaining('count of province 01: '),
      'error: not counted: provinces 01',
    ]);
  });

  it.each<[string, string[], string]>([
    [
      'a week that is none',
      ['--week', '2026-W54'],
      "error: option '--week <week>' argument '2026-W54' is invalid. A week is written like 2026-W47.",
    ],
    ['a week that has not begun', ['--week', '9998-W01'], 'error: week 9998-W01 has not begun'],
    [
      'a week whose responses may be gone',
      ['--week', '2020-W01'],
      'error: week 2020-W01 is beyond retention: its responses may be gone, its tally stays as it is',
    ],
    ['a province that is none', ['--province', '99'], 'error: there is no province 99'],
  ])('refuses %s in one line', async (_, args, line) => {
    expect(await admin(['aggregate', ...args])).toEqual({ code: 2, stdout: '', said: [line] });
  });
});
