import type { Item, Key, Table } from './table.ts';

/** Something that is changed as a whole, and how often it was: 0 for what nobody has changed yet. */
export interface Versioned<T> {
  value: T;
  version: number;
}

/** Whether it was written: only as the version after the one that is there, 1 when there is none. */
export const putNext = (
  table: Pick<Table, 'put'>,
  item: Item & Key & { version: number },
): Promise<boolean> =>
  table.put(
    item,
    item.version === 1
      ? { expression: 'attribute_not_exists(#version)', names: { '#version': 'version' } }
      : {
          expression: '#version = :before',
          names: { '#version': 'version' },
          values: { ':before': item.version - 1 },
        },
  );
