import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../functions/store/table.ts';
import { engines } from '../support/engine.ts';
import { collected } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const item = (sk: string, rest: Item = {}) => ({ pk: 'a', sk, ...rest });
const many = (count: number, rest: Item = {}) =>
  Array.from({ length: count }, (_, n) => item(String(n).padStart(5, '0'), rest));

describe.each(engines)('the table on %s', (engine) => {
  let opened: OpenTestTable;
  beforeEach(async () => {
    opened = await openTestTable(engine);
  });
  const query = async (...asked: Parameters<OpenTestTable['table']['query']>) =>
    (await collected(opened.table.query(...asked))).map(({ sk }) => sk);

  it('keeps text, numbers, truth, lists and maps, and leaves out what is undefined', async () => {
    const kept = item('1', { text: 'Hòa nhã', count: 0, isOn: true, list: [], map: { deep: [1] } });
    await opened.table.put({ ...kept, gone: undefined });
    expect(await opened.table.get({ pk: 'a', sk: '1' })).toEqual(kept);
  });

  it('answers a query in the order of sort keys, both ends included, whatever their case', async () => {
    await opened.table.putAll(['A#1', 'B#1', 'B#2', 'B#3', 'b#2', 'C#1'].map((sk) => item(sk)));
    expect(await query('a', { between: ['B#1', 'B#3'] })).toEqual(['B#1', 'B#2', 'B#3']);
    expect(await query('b')).toEqual([]);
  });

  it('answers a query page by page until nothing is left', async () => {
    const wanted = many(300, { filling: 'x'.repeat(10_000) });
    await opened.table.putAll(wanted);
    expect(await query('a')).toEqual(wanted.map(({ sk }) => sk));
  });

  it('answers a query with every kind of value that is ever written', async () => {
    const stored = {
      ...item('1'),
      text: 'Hòa nhã 👍',
      whole: 1_000_000_000,
      fraction: -0.25,
      yes: true,
      no: false,
      nothing: null,
      list: ['a', 1, ['b']],
      map: { a: { b: { c: 1 } }, empty: {} },
    };
    await opened.table.put(stored);
    expect(await collected(opened.table.query('a'))).toEqual([stored]);
  });

  it('goes on over pages of which a filter leaves nothing', async () => {
    await opened.table.putAll(many(300, { filling: 'x'.repeat(10_000) }));
    await opened.table.put(item('99999', { wanted: 'yes' }));
    const filter = {
      expression: '#wanted = :yes',
      names: { '#wanted': 'wanted' },
      values: { ':yes': 'yes' },
    };
    expect(await query('a', { filter })).toEqual(['99999']);
  });

  it('reads and writes more than one batch', async () => {
    const wanted = many(260);
    await opened.table.putAll(wanted);
    const found = await opened.table.getAll([...wanted, item('missing')].map(({ pk, sk }) => ({ pk, sk })));
    expect(found).toHaveLength(260);
    expect(await opened.table.getAll([])).toEqual([]);
  });

  it('puts only when the condition holds', async () => {
    const isNew = { expression: 'attribute_not_exists(pk)' };
    expect(await opened.table.put(item('1', { n: 1 }), isNew)).toBe(true);
    expect(await opened.table.put(item('1', { n: 2 }), isNew)).toBe(false);
    expect(await opened.table.get({ pk: 'a', sk: '1' })).toEqual(item('1', { n: 1 }));
  });

  it('updates only when the condition holds, and says what came of it', async () => {
    const key = { pk: 'a', sk: '1' };
    const exists = { expression: 'attribute_exists(pk)', values: { ':n': 2 } };
    expect(await opened.table.update(key, 'SET n = :n', exists)).toBeUndefined();
    await opened.table.put(item('1', { n: 1 }));
    expect(await opened.table.update(key, 'SET n = :n', exists)).toEqual(item('1', { n: 2 }));
  });

  it('deletes what is there and what is not', async () => {
    await opened.table.put(item('1'));
    await opened.table.delete({ pk: 'a', sk: '1' });
    await opened.table.delete({ pk: 'a', sk: '1' });
    expect(await opened.items()).toEqual([]);
  });
});
