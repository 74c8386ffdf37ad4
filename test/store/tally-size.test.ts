import { beforeEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../functions/domain/standing.ts';
import { type TallyStore, tallyStore } from '../../functions/store/tally-store.ts';
import { countsIn } from '../support/aggregation.ts';
import { busyProvince, busyStanding, busyTally } from '../support/busy-tallies.ts';
import { engines } from '../support/engine.ts';
import { bytesOfItem } from '../support/item-size.ts';
import { week } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const w47 = week('2026-W47');
const kilobyte = 1_024;

describe.each(engines)('999,999 of everything that a tally counts, on %s,', (engine) => {
  let opened: OpenTestTable;
  let tallies: TallyStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    tallies = tallyStore(opened.table);
  });

  const put = async (desks: number, run = 1, standing: Standing = busyStanding) =>
    tallies.put(
      '18073',
      w47,
      { ...busyTally(desks), ...standing },
      await tallies.find('18073', w47),
      999_999 + run,
    );
  const sizes = async (kind: string) =>
    (await opened.items()).filter(({ sk }) => sk.startsWith(kind)).map(bytesOfItem);

  it('have a summary of at most 400 bytes, in a week that was changed a thousand times, too', async () => {
    await put(1);
    const [summary] = await sizes('SUMMARY#');
    expect(summary).toBeLessThanOrEqual(400);
    // Not because the test weighs another item.
    expect(summary).toBeGreaterThan(300);
  });

  it.each([
    [1, 1],
    [20, 1],
    [21, 2],
    [200, 10],
  ])('at %i desks have a detail of %i items under 8 KB each', async (desks, items) => {
    await put(desks);
    const details = await sizes('DETAIL#');
    expect(details).toHaveLength(items);
    expect(Math.max(...details)).toBeLessThan(8 * kilobyte);
  });

  it('are read as they were put, however many items they take', async () => {
    await put(200);
    expect(await countsIn(tallies, '18073', w47)).toEqual(busyTally(200));
    expect(await tallies.find('18073', w47)).toMatchObject({ isWhole: true });
    expect(await tallies.detailOf('18073', w47, w47)).toEqual(busyTally(200).detail);
  });

  it('leave nothing behind of desks that are counted no more', async () => {
    await put(45);
    await put(3, 2, { ...busyStanding, revision: 1_001 });
    expect(await countsIn(tallies, '18073', w47)).toEqual(busyTally(3));
    expect(await tallies.detailOf('18073', w47, w47)).toEqual(busyTally(3).detail);
    expect(await tallies.find('18073', w47)).toMatchObject({ isWhole: true });
  });

  it('are not taken for whole while an item is missing', async () => {
    await put(45);
    const last = (await opened.items()).find(({ sk }) => sk.startsWith('DETAIL#2026-W47#000002'));
    await opened.table.delete({ pk: last?.pk ?? '', sk: last?.sk ?? '' });
    expect(await tallies.find('18073', w47)).toMatchObject({ isWhole: false });
  });

  it('are kept in as many items under 9 KB when they are replaced', async () => {
    await put(45);
    const stored = await tallies.find('18073', w47);
    if (stored) await tallies.keepReplaced('18073', w47, stored);
    const replaced = await sizes('REPLACED#');
    expect(replaced).toHaveLength(3);
    expect(Math.max(...replaced)).toBeLessThan(9 * kilobyte);
  });

  it('in the 168 communes of a province are one item under 70 KB', async () => {
    await tallies.putProvinceWeek('42', w47, busyProvince(168, w47), 1);
    const weeks = await sizes('WEEK#');
    expect(weeks).toHaveLength(1);
    expect(weeks[0]).toBeLessThan(70 * kilobyte);
  });
});
