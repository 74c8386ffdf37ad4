import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  type DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import { localTableName } from './local-table.ts';

/** Whether it was still there and still expired. */
const deleted = async (client: DynamoDBClient, input: DeleteItemCommandInput): Promise<boolean> => {
  try {
    await client.send(new DeleteItemCommand(input));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

interface Sweep {
  now: () => Date;
  /** Ends it at the next item. */
  signal?: AbortSignal;
  tableName?: string;
}

/**
 * Deletes what has expired, as DynamoDB does by itself and the embedded engines do not. It looks at every item, page by
 * page: a database keeps its own house without keys. How many it deleted.
 *
 * A clock that was moved ahead deletes nothing: who tries out what comes may go back.
 */
export const sweepExpired = async (
  client: DynamoDBClient,
  { now, signal, tableName = localTableName }: Sweep,
): Promise<number> => {
  const seconds = Math.floor(Math.min(now().getTime(), Date.now()) / 1000);
  const hasExpired = {
    TableName: tableName,
    ExpressionAttributeValues: { ':now': { N: String(seconds) } },
  };
  const expression = 'expiresAt <= :now';
  let count = 0;
  const pages = paginateScan(
    { client },
    { ...hasExpired, FilterExpression: expression, ProjectionExpression: 'pk, sk' },
  );
  for await (const { Items = [] } of pages) {
    for (const Key of Items) {
      if (signal?.aborted) return count;
      const input = { ...hasExpired, Key, ConditionExpression: expression };
      if (await deleted(client, input)) count += 1;
    }
    if (signal?.aborted) return count;
  }
  return count;
};
