import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { Unavailable } from '../unavailable.ts';
import { itemOf } from './attribute-values.ts';
import { tableClient } from './table-client.ts';

export type Item = Record<string, unknown>;

export type Key = Readonly<Record<'pk' | 'sk', string>>;

/** A condition and its values, as DynamoDB writes them. */
export interface Condition {
  expression: string;
  names?: Record<string, string>;
  values?: Item;
}

/** The table in the few operations that stores are made of. Everything thrown is `Unavailable`. */
export interface Table {
  get(key: Key, options?: { consistent?: boolean }): Promise<Item | undefined>;
  /** In any order. */
  getAll(keys: readonly Key[], options?: Pick<QueryOptions, 'consistent' | 'attributes'>): Promise<Item[]>;
  /** Items of one partition in the order of their sort key, both ends included, page by page. */
  query(pk: string, options?: QueryOptions): AsyncGenerator<Item>;
  /** Whether the condition held and the item was written. */
  put(item: Item & Key, condition?: Condition): Promise<boolean>;
  /** Writes many items without a condition: for what can be made again. */
  putAll(items: readonly (Item & Key)[]): Promise<void>;
  /** The item after the update; undefined when the condition did not hold. */
  update(key: Key, update: string, condition: Condition): Promise<Item | undefined>;
  delete(key: Key): Promise<void>;
}

export interface QueryOptions {
  /** Sort keys from one to another, both included. */
  between?: readonly [from: string, to: string];
  consistent?: boolean;
  filter?: Condition;
  /** Only these attributes of each item; all without it. */
  attributes?: readonly string[];
  /** From the last sort key to the first, so many at a time. */
  newestFirst?: number;
}

/** All of what a query finds, where that is little. */
export const allOf = async (items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/**
 * The SDK retries a throttled request, but not the part of a batch that was left undone. Full jitter
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), then as broken as any throttling.
 */
const backOff = async (tries: number): Promise<void> => {
  if (tries > 6) throw new Unavailable('table', new Error('keys left unprocessed'));
  await sleep(Math.random() * 25 * 2 ** tries);
};

/** Many plain names are reserved words of DynamoDB. */
const projectionOf = (attributes: readonly string[]) => {
  const names = Object.fromEntries(attributes.map((name) => [`#${name}`, name]));
  return { names, expression: Object.keys(names).join(', ') };
};

const batchSize = 100;
const writeBatchSize = 25;

const toAttributes = (item: Item) => marshall(item, { removeUndefinedValues: true });

export const openTable = (
  { TABLE_NAME: TableName }: { TABLE_NAME: string },
  client = tableClient(),
): Table => {
  /** Runs one operation; undefined when its condition did not hold. */
  const attempt = async <T>(operation: Promise<T>): Promise<T | undefined> => {
    try {
      return await operation;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw new Unavailable('table', error);
    }
  };

  return {
    get: async (key, { consistent = false } = {}) => {
      const found = await attempt(
        client.send(new GetItemCommand({ TableName, Key: toAttributes(key), ConsistentRead: consistent })),
      );
      return found?.Item && itemOf(found.Item);
    },

    getAll: async (wanted, { consistent = false, attributes = [] } = {}) => {
      const items: Item[] = [];
      const projection = projectionOf(attributes);
      for (let start = 0; start < wanted.length; start += batchSize) {
        let rest = wanted.slice(start, start + batchSize).map(toAttributes);
        for (let tries = 0; rest.length > 0; tries += 1) {
          if (tries > 0) await backOff(tries);
          const asked = {
            Keys: rest,
            ConsistentRead: consistent,
            ...(attributes.length > 0 && {
              ProjectionExpression: projection.expression,
              ExpressionAttributeNames: projection.names,
            }),
          };
          const page = await attempt(
            client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: asked } })),
          );
          for (const item of page?.Responses?.[TableName] ?? []) items.push(itemOf(item));
          rest = page?.UnprocessedKeys?.[TableName]?.Keys ?? [];
        }
      }
      return items;
    },

    async *query(pk, { between, consistent = false, filter, attributes = [], newestFirst } = {}) {
      const { names, expression } = projectionOf(attributes);
      const asked = {
        TableName,
        KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
        ExpressionAttributeValues: toAttributes({
          ':pk': pk,
          ...(between && { ':from': between[0], ':to': between[1] }),
          ...filter?.values,
        }),
        ...(filter && { FilterExpression: filter.expression }),
        ...(attributes.length > 0 && { ProjectionExpression: expression }),
        ...((filter?.names || attributes.length > 0) && {
          ExpressionAttributeNames: { ...names, ...filter?.names },
        }),
        ...(newestFirst && { ScanIndexForward: false, Limit: newestFirst }),
        ConsistentRead: consistent,
      };
      let start: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await attempt(client.send(new QueryCommand({ ...asked, ExclusiveStartKey: start })));
        for (const item of page?.Items ?? []) yield itemOf(item);
        start = page?.LastEvaluatedKey;
      } while (start);
    },

    put: async (item, condition) => {
      const written = await attempt(
        client.send(
          new PutItemCommand({
            TableName,
            Item: toAttributes(item),
            ConditionExpression: condition?.expression,
            ExpressionAttributeNames: condition?.names,
            ExpressionAttributeValues: condition?.values && toAttributes(condition.values),
          }),
        ),
      );
      return written !== undefined;
    },

    putAll: async (items) => {
      for (let start = 0; start < items.length; start += writeBatchSize) {
        let rest: WriteRequest[] = items
          .slice(start, start + writeBatchSize)
          .map((item) => ({ PutRequest: { Item: toAttributes(item) } }));
        for (let tries = 0; rest.length > 0; tries += 1) {
          if (tries > 0) await backOff(tries);
          const page = await attempt(
            client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: rest } })),
          );
          rest = page?.UnprocessedItems?.[TableName] ?? [];
        }
      }
    },

    update: async (key, update, { expression, names, values }) => {
      const updated = await attempt(
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: toAttributes(key),
            UpdateExpression: update,
            ConditionExpression: expression || undefined,
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: values && toAttributes(values),
            ReturnValues: 'ALL_NEW',
          }),
        ),
      );
      return updated && itemOf(updated.Attributes ?? {});
    },

    delete: async (key) => {
      await attempt(client.send(new DeleteItemCommand({ TableName, Key: toAttributes(key) })));
    },
  };
};
