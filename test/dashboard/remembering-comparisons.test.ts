import { expect, it } from 'vitest';
import { rememberingComparisons } from '../../functions/measures/remembering-comparisons.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { haTinh, minuteMs, testClock, week } from '../support/samples.ts';

const at = week('2026-W47');

/** How often a province's weeks were asked for. */
const counting = ({ failing = 0 } = {}) => {
  const clock = testClock();
  const asked: string[] = [];
  const tallies = {
    ofProvince: async (province: string) => {
      asked.push(province);
      if (asked.length <= failing) throw new Unavailable('table', new Error('throttled'));
      return new Map();
    },
  };
  return { clock, asked, comparisonAt: rememberingComparisons({ tallies, now: clock.now }) };
};

it('a province is read once for all who ask at once, and again after five minutes', async () => {
  const { clock, asked, comparisonAt } = counting();
  await Promise.all([comparisonAt(haTinh, at, 'commune'), comparisonAt(haTinh, at, 'province')]);
  expect(asked).toHaveLength(1);
  clock.forward(5 * minuteMs);
  await comparisonAt(haTinh, at, 'commune');
  expect(asked).toHaveLength(2);
});

it('another week, another province and exact weeks are read by themselves', async () => {
  const { asked, comparisonAt } = counting();
  await comparisonAt(haTinh, at, 'commune');
  await comparisonAt(haTinh, week('2026-W46'), 'commune');
  await comparisonAt({ ...haTinh, code: '01' }, at, 'commune');
  await comparisonAt(haTinh, at, 'operator');
  expect(asked).toHaveLength(4);
});

it('a failure is not remembered', async () => {
  const { asked, comparisonAt } = counting({ failing: 1 });
  await expect(comparisonAt(haTinh, at, 'commune')).rejects.toThrow(Unavailable);
  expect(await comparisonAt(haTinh, at, 'commune')).toMatchObject({ compared: false });
  expect(asked).toHaveLength(2);
});
