import { setTimeout as sleep } from 'node:timers/promises';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Unavailable } from '../unavailable.ts';

export interface Key {
  pk: string;
  sk: string;
}

export type Item = Record<string, unknown>;

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

const BatchKeys = z.array(z.object({ pk: z.string(), sk: z.string() }));
const batchSize = 100;
const WriteRequests = z.array(
  z.object({ PutRequest: z.object({ Item: z.looseObject({ pk: z.string(), sk: z.string() }) }) }),
);
const writeBatchSize = 25;

/** The SDK retries with jitter; one attempt may take this long while a person waits. */
const clientDefaults = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
} as const;

/**
 * For work that nobody waits for: throttled, it goes on trying for up to a minute and a half. Standard mode draws each
 * wait from between nothing and 0.5, 1, 2, … 20 s, and stops a client whose every request fails from knocking on.
 */
export const patientClient = (): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 10,
    retryMode: 'standard',
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  });

export const openTable = (
  { TABLE_NAME }: { TABLE_NAME: string },
  client = new DynamoDBClient(clientDefaults),
): Table => {
  // It copies every answer for a log that nobody keeps: a quarter of what reading a page of items costs.
  client.middlewareStack.remove('loggerMiddleware');
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });

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
    get: async (key, { consistent = false } = {}) =>
      (
        await attempt(
          documents.send(new GetCommand({ TableName: TABLE_NAME, Key: key, ConsistentRead: consistent })),
        )
      )?.Item,

    getAll: async (wanted, { consistent = false, attributes = [] } = {}) => {
      const items: Item[] = [];
      const projection = projectionOf(attributes);
      for (let start = 0; start < wanted.length; start += batchSize) {
        let rest: readonly Key[] = wanted.slice(start, start + batchSize);
        for (let tries = 0; rest.length > 0; tries += 1) {
          if (tries > 0) await backOff(tries);
          const page = await attempt(
            documents.send(
              new BatchGetCommand({
                RequestItems: {
                  [TABLE_NAME]: {
                    Keys: [...rest],
                    ConsistentRead: consistent,
                    ...(attributes.length > 0 && {
                      ProjectionExpression: projection.expression,
                      ExpressionAttributeNames: projection.names,
                    }),
                  },
                },
              }),
            ),
          );
          items.push(...(page?.Responses?.[TABLE_NAME] ?? []));
          rest = BatchKeys.parse(page?.UnprocessedKeys?.[TABLE_NAME]?.Keys ?? []);
        }
      }
      return items;
    },

    async *query(pk, { between, consistent = false, filter, attributes = [], newestFirst } = {}) {
      const { names, expression } = projectionOf(attributes);
      let start: Item | undefined;
      do {
        const page = await attempt(
          documents.send(
            new QueryCommand({
              TableName: TABLE_NAME,
              KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
              ExpressionAttributeValues: {
                ':pk': pk,
                ...(between && { ':from': between[0], ':to': between[1] }),
                ...filter?.values,
              },
              ...(filter && { FilterExpression: filter.expression }),
              ...(attributes.length > 0 && { ProjectionExpression: expression }),
              ...((filter?.names || attributes.length > 0) && {
                ExpressionAttributeNames: { ...names, ...filter?.names },
              }),
              ...(newestFirst && { ScanIndexForward: false, Limit: newestFirst }),
              ConsistentRead: consistent,
              ExclusiveStartKey: start,
            }),
          ),
        );
        yield* page?.Items ?? [];
        start = page?.LastEvaluatedKey;
      } while (start);
    },

    put: async (item, condition) =>
      (await attempt(
        documents.send(
          new PutCommand({
            TableName: TABLE_NAME,
            Item: item,
            ConditionExpression: condition?.expression,
            ExpressionAttributeNames: condition?.names,
            ExpressionAttributeValues: condition?.values,
          }),
        ),
      )) !== undefined,

    putAll: async (items) => {
      for (let start = 0; start < items.length; start += writeBatchSize) {
        let rest = items.slice(start, start + writeBatchSize).map((Item) => ({ PutRequest: { Item } }));
        for (let tries = 0; rest.length > 0; tries += 1) {
          if (tries > 0) await backOff(tries);
          const page = await attempt(
            documents.send(new BatchWriteCommand({ RequestItems: { [TABLE_NAME]: rest } })),
          );
          rest = WriteRequests.parse(page?.UnprocessedItems?.[TABLE_NAME] ?? []);
        }
      }
    },

    update: async (key, update, condition) =>
      (
        await attempt(
          documents.send(
            new UpdateCommand({
              TableName: TABLE_NAME,
              Key: key,
              UpdateExpression: update,
              ConditionExpression: condition.expression || undefined,
              ExpressionAttributeNames: condition.names,
              ExpressionAttributeValues: condition.values,
              ReturnValues: 'ALL_NEW',
            }),
          ),
        )
      )?.Attributes,

    delete: async (key) => {
      await attempt(documents.send(new DeleteCommand({ TableName: TABLE_NAME, Key: key })));
    },
  };
};
