import { beforeEach, describe, expect, it } from 'vitest';
import { type BurstStore, burstStore } from '../../functions/store/burst-store.ts';
import { engines } from '../support/engine.ts';
import { deskCode } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const ascending = (counts: readonly number[]) => counts.toSorted((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe.each(engines)('the burst counter on %s', (engine) => {
  let opened: OpenTestTable;
  let bursts: BurstStore;
  beforeEach(async () => {
    opened = await openTestTable(engine);
    bursts = burstStore(opened.table);
  });

  const count = (bucket: string, desk = deskCode(1), commune = '18073') =>
    bursts.count(commune, desk, bucket);

  it('counts the responses of one bucket', async () => {
    const counts: number[] = [];
    for (let n = 0; n < 6; n += 1) counts.push(await count('one'));
    expect(counts).toEqual(upTo(6));
  });

  it('begins anew with the next bucket', async () => {
    await count('one');
    await count('one');
    expect(await count('two')).toBe(1);
    expect(await count('two')).toBe(2);
  });

  it.each([2, 20])('counts each of %d that begin a bucket at once', async (atOnce) => {
    const counts = await Promise.all(upTo(atOnce).map(() => count('one')));
    expect(ascending(counts)).toEqual(upTo(atOnce));
  });

  it('counts each of many that begin the next bucket at once', async () => {
    await count('one');
    const counts = await Promise.all(upTo(10).map(() => count('two')));
    expect(ascending(counts)).toEqual(upTo(10));
  });

  it('counts each desk by itself', async () => {
    await count('one', deskCode(1));
    expect(await count('one', deskCode(2))).toBe(1);
  });

  it('keeps one item for a desk, whatever the number of buckets', async () => {
    for (const bucket of ['one', 'two', 'three']) await count(bucket);
    expect(await opened.items()).toHaveLength(1);
  });

  it('is forgotten for a commune and kept for the others', async () => {
    await count('one', deskCode(1), '18073');
    await count('one', deskCode(2), '18073');
    await count('one', deskCode(3), '18074');
    await bursts.forget('18073');
    expect((await opened.items()).map(({ pk }) => pk)).toEqual(['BURST#18074']);
  });

  it('has nothing to forget where nobody answered', async () => {
    await expect(bursts.forget('18073')).resolves.toBeUndefined();
  });
});
