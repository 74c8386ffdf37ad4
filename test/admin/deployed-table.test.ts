import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { tableOfStage } from '../../infra/admin/deployed-table.ts';

const dynamo = mockClient(DynamoDBClient);
const find = (stage: string) => tableOfStage(stage, new DynamoDBClient({ region: 'ap-southeast-1' }));

afterEach(() => dynamo.reset());

describe('the table of a stage', () => {
  it('is found by the name of its stack, over all pages', async () => {
    dynamo
      .on(ListTablesCommand)
      .resolves({ TableNames: ['ThuocDo-pilot-FeedbackTable1A2B-XYZ'] })
      .on(ListTablesCommand, { ExclusiveStartTableName: undefined })
      .resolves({ TableNames: ['ThuocDo-pilot2-FeedbackTable1A2B-ABC'], LastEvaluatedTableName: 'T' });
    expect(await find('pilot')).toBe('ThuocDo-pilot-FeedbackTable1A2B-XYZ');
  });

  it('is refused when there is none, and when an older one has been kept', async () => {
    dynamo.on(ListTablesCommand).resolves({
      TableNames: ['ThuocDo-pilot-FeedbackTable1A2B-ABC', 'ThuocDo-pilot-FeedbackTable1A2B-XYZ'],
    });
    await expect(find('dev')).rejects.toThrow('there is no table of stage dev in this account and region');
    await expect(find('pilot')).rejects.toThrow('stage pilot has several tables, choose one with --table');
  });

  it('is trouble when AWS does not answer', async () => {
    dynamo.on(ListTablesCommand).rejects(new Error('Could not load credentials from any providers'));
    await expect(find('pilot')).rejects.toThrow('Could not load credentials from any providers');
  });
});
