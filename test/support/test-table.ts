import { type DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { openTable, type Table } from '../../functions/store/table.ts';
import type { EngineName } from '../../infra/local/engine.ts';
import { testTable } from './engine.ts';

const StoredItem = z.looseObject({ pk: z.string(), sk: z.string() });
export type StoredItem = z.infer<typeof StoredItem>;

/** A fresh table as stores see it, and what a test may look at behind their backs. */
export interface OpenTestTable {
  table: Table;
  client: DynamoDBClient;
  endpoint: string;
  tableName: string;
  /** Every item there is; those of one kind when the beginning of their partition key is told. */
  items(prefix?: string): Promise<StoredItem[]>;
}

export const openTestTable = async (engine: EngineName): Promise<OpenTestTable> => {
  const { client, endpoint, tableName } = await testTable(engine);
  return {
    table: openTable({ TABLE_NAME: tableName }, client),
    client,
    endpoint,
    tableName,
    items: async (prefix = '') => {
      const items: StoredItem[] = [];
      let start: ScanCommandInput['ExclusiveStartKey'];
      do {
        const page = await client.send(
          new ScanCommand({ TableName: tableName, ExclusiveStartKey: start, ConsistentRead: true }),
        );
        for (const item of page.Items ?? []) items.push(StoredItem.parse(unmarshall(item)));
        start = page.LastEvaluatedKey;
      } while (start);
      return items.filter(({ pk }) => pk.startsWith(prefix));
    },
  };
};
