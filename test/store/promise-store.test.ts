import { beforeEach, describe, expect, it } from 'vitest';
import { type PromiseStore, promiseStore } from '../../functions/store/promise-store.ts';
import { engines } from '../support/engine.ts';
import { day, samplePromise } from '../support/sample-promises.ts';
import { canLoc, thanhSen } from '../support/samples.ts';
import { openTestTable } from '../support/test-table.ts';

describe.each(engines)('promises on %s', (engine) => {
  let promises: PromiseStore;
  beforeEach(async () => {
    promises = promiseStore((await openTestTable(engine)).table);
  });

  const mine = samplePromise({ doneOn: day('2026-11-20') });
  const key = { province: '42', commune: thanhSen.code, id: mine.id };

  it('are found as they were put, kept or not', async () => {
    const open = samplePromise();
    for (const promise of [mine, open]) expect(await promises.put('42', promise)).toBe(true);
    expect(await promises.find(key)).toEqual(mine);
    expect(await promises.find({ ...key, id: open.id })).toEqual(open);
  });

  it('are listed for their commune and for their province, and for no other', async () => {
    const other = samplePromise({ commune: canLoc.code });
    for (const promise of [mine, other]) await promises.put('42', promise);
    await promises.put('01', samplePromise({ commune: '00004' }));
    expect(await promises.ofCommune('42', thanhSen.code)).toEqual([mine]);
    expect(await promises.ofCommune('42', '1807')).toEqual([]);
    expect(await promises.ofProvince('42')).toEqual([mine, other]);
    expect(await promises.find({ ...key, commune: canLoc.code })).toBeUndefined();
  });

  it('are made once', async () => {
    await promises.put('42', mine);
    expect(await promises.put('42', { ...mine, text: 'Khác' })).toBe(false);
    expect(await promises.find(key)).toEqual(mine);
  });

  it('are changed only by who has seen the last change, and by one of several at once', async () => {
    await promises.put('42', mine);
    expect(await promises.put('42', { ...mine, version: 3 })).toBe(false);
    const put = await Promise.all(
      ['a', 'b', 'c'].map((text) => promises.put('42', { ...mine, text, version: 2 })),
    );
    expect(put.filter(Boolean)).toHaveLength(1);
  });
});
