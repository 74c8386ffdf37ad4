import * as z from 'zod/mini';
import type { Operation } from '../support/recorder.ts';
import { sum } from '../support/statistics.ts';

export interface Capacity {
  readUnits: number;
  writeUnits: number;
}

const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

/** A write whose condition does not hold is paid for like one that does; the engine reports nothing for it. */
const unitsOf = ({ name, capacityUnits, status }: Operation): number =>
  writes.includes(name) && status !== 200 ? Math.max(1, capacityUnits) : capacityUnits;

export const capacityOf = (operations: readonly Operation[]): Capacity => {
  const total = (isWrite: boolean): number =>
    sum(operations.filter(({ name }) => writes.includes(name) === isWrite).map(unitsOf));
  return { readUnits: total(false), writeUnits: total(true) };
};

/** Counted by DynamoDB for every stored item, beside the item itself. */
const storedOverheadBytes = 100;

const bytesOfText = (text: string): number => Buffer.byteLength(text);

/** The size of a value as DynamoDB counts it ("DynamoDB item sizes and formats" in its developer guide). */
const bytesOfValue = (value: unknown): number => {
  const [type = '', content] = Object.entries(z.record(z.string(), z.unknown()).parse(value))[0] ?? [];
  switch (type) {
    case 'S':
      return bytesOfText(String(content));
    case 'N':
      return Math.ceil(String(content).replace(/\D/g, '').length / 2) + 1;
    case 'L':
      return (
        3 +
        sum(
          z
            .array(z.unknown())
            .parse(content)
            .map((each) => 1 + bytesOfValue(each)),
        )
      );
    case 'M':
      return 3 + bytesOfAttributes(content, 1);
    default:
      return 1;
  }
};

export const bytesOfAttributes = (attributes: unknown, overhead = 0): number =>
  sum(
    Object.entries(z.record(z.string(), z.unknown()).parse(attributes)).map(
      ([name, value]) => overhead + bytesOfText(name) + bytesOfValue(value),
    ),
  );

const Put = z.object({ Item: z.unknown() });

/** What the items that were put take up in the table. */
export const storedBytes = (operations: readonly Operation[]): number =>
  sum(
    operations
      .filter(({ name }) => name === 'PutItem')
      .map(({ input }) => bytesOfAttributes(Put.parse(input).Item) + storedOverheadBytes),
  );
