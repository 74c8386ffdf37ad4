import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import pMap from 'p-map';
import { communesAtOnce } from '../../../functions/aggregate/aggregate-province.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import type { Province } from '../../../functions/domain/unit.ts';
import { arrivalWeeks } from '../../../functions/domain/week-life.ts';
import { keys } from '../../../functions/store/keys.ts';

export type Page = readonly Record<string, AttributeValue>[];

/** Reads the items that a count reads, whole, as many communes at once, and does nothing with them. */
export const readBare = async (
  client: DynamoDBClient,
  { tableName, provinces, week }: { tableName: string; provinces: readonly Province[]; week: Week },
  each: (page: Page) => void,
): Promise<void> => {
  const arrivals = arrivalWeeks(week, new Date());
  for (const { communes } of provinces) {
    await pMap(
      communes,
      async ({ code }) => {
        for (const arrival of arrivals) {
          let start: Record<string, AttributeValue> | undefined;
          do {
            const { Items = [], LastEvaluatedKey } = await client.send(
              new QueryCommand({
                TableName: tableName,
                KeyConditionExpression: 'pk = :pk',
                ExpressionAttributeValues: { ':pk': { S: keys.responses(code, arrival).pk } },
                ConsistentRead: true,
                ExclusiveStartKey: start,
              }),
            );
            each(Items);
            start = LastEvaluatedKey;
          } while (start);
        }
      },
      { concurrency: communesAtOnce },
    );
  }
};
