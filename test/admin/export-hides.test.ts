import { describe, expect, it } from 'vitest';
import { type Audience, audiences } from '../../functions/domain/measure/audience.ts';
import { windowLengths } from '../../functions/domain/measure/shown-commune.ts';
import { exportFormats, fileOf } from '../../functions/export/formats.ts';
import { readExport } from '../../functions/export/read-export.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { engines } from '../support/engine.ts';
import type { Brought } from '../support/province-weeks.ts';
import { collected, present, week } from '../support/samples.ts';
import { openTestTable } from '../support/test-table.ts';
import { twinProvince, usual, type World, withCriterion, world } from '../support/twin-worlds.ts';

/** Every file of a province that an audience may be given, byte by byte. */
const filesOf = async (audience: Audience, fill: World): Promise<Map<string, string>> => {
  const { table } = await openTestTable(present(engines[0]));
  await fill(table);
  const stores = { tallies: tallyStore(table), visits: visitsStore(table) };
  const files = new Map<string, string>();
  for (const window of windowLengths) {
    const request = { province: twinProvince, at: week('2026-W47'), window, audience };
    const shown = await readExport(stores, request);
    for (const format of exportFormats) {
      const pieces = await collected(fileOf(format, shown, request));
      files.set(`${window} ${format}`, Buffer.concat(pieces).toString('latin1'));
    }
  }
  return files;
};

const told = (...weeks: Brought[]): World => world({ 'An Lộc': weeks });

const few: [World, World] = [told({ rated: 9, unhappy: 9, flagged: 3 }), told({ rated: 2, flagged: 8 })];
const beside: [World, World] = [
  told({ ...withCriterion([9, 0, 0, 0, 0]), flagged: 2 }, { rated: 4 }),
  told({ ...withCriterion([0, 0, 0, 0, 3]), flagged: 9 }, { rated: 9, unhappy: 9 }),
];
const twentyNine: [World, World] = [told({ rated: 12, flagged: 1 }), told({ rated: 29, unhappy: 20 })];

/** Worlds that these audiences may not tell apart. */
const twins: [string, readonly Audience[], [World, World]][] = [
  ['fewer than ten answers', ['public', 'commune', 'province'], few],
  ['few flagged, few who rated a criterion, weeks that wait', ['public', 'commune', 'province'], beside],
  ['fewer than thirty answers', ['public'], twentyNine],
];

describe.each(twins)('files about %s', (_, hiddenFrom, [one, other]) => {
  it.each(hiddenFrom)('are the same for the %s', async (audience) => {
    const [first, second] = [await filesOf(audience, one), await filesOf(audience, other)];
    for (const [file, bytes] of first) expect(second.get(file), file).toBe(bytes);
  });

  it('are not for the operator', async () => {
    expect(await filesOf('operator', other)).not.toEqual(await filesOf('operator', one));
  });
});

it.each(audiences)('what the %s may see does change every file', async (audience) => {
  const first = await filesOf(audience, told(usual));
  const second = await filesOf(audience, told({ ...usual, rated: 150 }));
  for (const [file, bytes] of first) expect(second.get(file), file).not.toBe(bytes);
});
