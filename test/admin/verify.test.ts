import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dayOf } from '../../functions/domain/day.ts';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { addWeeks } from '../../functions/domain/iso-week.ts';
import { lastClosedWeek } from '../../functions/domain/week-life.ts';
import { haTinh, thanhSen } from './ha-tinh.ts';
import { rate } from './responses.ts';
import { workplace } from './workplace.ts';

const { admin, json, stores } = workplace();
const desk = newDeskCode(new Uint8Array(7));
const closed = lastClosedWeek(new Date());
const Report = z.object({ differences: z.array(z.unknown()), checked: z.number() });

beforeEach(async () => {
  const { units, responses } = await stores();
  await units.put(haTinh);
  const week = addWeeks(closed, -2);
  await rate(responses, { commune: thanhSen.code, week, desk }, [5, 5, 4]);
  await json(['aggregate', '--week', week]);
});

describe('verify', () => {
  it('says that every closed week is right, province by province', async () => {
    const { code, stdout, said } = await admin(['verify']);
    expect(JSON.parse(stdout)).toEqual({
      differences: [],
      weeksOfProvinces: 3,
      checked: 1,
      expired: 0,
      pending: 0,
    });
    expect(said).toEqual(['province 42: 3 weeks of 3 communes']);
    expect(code).toBe(0);
  });

  it('tells every difference with both counts, and fails', async () => {
    const { responses } = await stores();
    await rate(responses, { commune: thanhSen.code, week: addWeeks(closed, -2), desk }, [1]);
    const { code, stdout, said } = await admin(['verify', '--province', '42']);
    expect(JSON.parse(stdout)).toMatchObject({
      checked: 1,
      differences: [
        {
          commune: thanhSen.code,
          week: addWeeks(closed, -2),
          stored: { summary: { counted: [0, 0, 0, 1, 2] } },
          recomputed: { summary: { counted: [1, 0, 0, 1, 2] } },
        },
      ],
    });
    expect(said.at(-1)).toBe('error: what differs stands on standard output: 1');
    expect(code).toBe(1);
  });

  it('is content again once the week was counted again, with a reason', async () => {
    const { responses } = await stores();
    const week = addWeeks(closed, -2);
    await rate(responses, { commune: thanhSen.code, week, desk }, [1]);
    await json(['aggregate', '--week', week, '--reason', 'Bổ sung một lượt bị sót']);
    expect(Report.parse(await json(['verify']))).toEqual({ differences: [], checked: 1 });
    expect(await json(['revisions', '--commune', thanhSen.code, '--week', week])).toMatchObject([
      { revision: 1, summary: { counted: [0, 0, 0, 1, 2] } },
      {
        revision: 2,
        summary: { counted: [1, 0, 0, 1, 2] },
        on: dayOf(new Date()),
        reason: 'Bổ sung một lượt bị sót',
      },
    ]);
  });

  it('understands what has expired, as its environment says', async () => {
    const { units } = await stores();
    await units.put(haTinh);
    const shifted = { CLOCK_SHIFT: '+60d', RESPONSE_MONTHS: '1' };
    expect(await json(['verify'], shifted)).toMatchObject({ differences: [], checked: 0, expired: 1 });
  });

  it.each<[string, string[], string]>([
    [
      'revisions of a commune that is none',
      ['revisions', '--commune', '99999', '--week', closed],
      'error: there is no commune 99999',
    ],
    ['a province that is none', ['verify', '--province', '99'], 'error: there is no province 99'],
    [
      'a reason without words',
      ['aggregate', '--reason', ' '],
      "error: option '--reason <text>' argument ' ' is invalid. A reason has 1 to 300 characters.",
    ],
  ])('refuses %s in one line', async (_, args, line) => {
    const { code, stdout, said } = await admin(args);
    expect([code, stdout, said]).toEqual([2, '', [line]]);
  });

  it('refuses a retention that is none', async () => {
    const { code, said } = await admin(['verify'], { RESPONSE_MONTHS: 'two' });
    expect([code, said]).toEqual([
      2,
      ['error: RESPONSE_MONTHS is "two": it has to be a whole number of months from 1 to 120'],
    ]);
  });
});
