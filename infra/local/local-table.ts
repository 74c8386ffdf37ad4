import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openTable, type Table } from '../../functions/store/table.ts';
import { tableClient } from '../../functions/store/table-client.ts';
import { ensureTable } from './database.ts';

// The SDK warns of Node 20 on every start; the versions that we are tested on stand in package.json.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

export const localTableName = 'thuoc-do';

/** An embedded database asks for no account: any credentials do. */
export const localClient = (endpoint: string): DynamoDBClient =>
  tableClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    // A slow machine is no reason to give up: there is no other one to ask.
    requestHandler: {},
  });

/** The one table on an embedded database, created when it is missing. */
export const openLocalTable = async (endpoint: string, tableName = localTableName): Promise<Table> => {
  const client = localClient(endpoint);
  await ensureTable(client, tableName);
  return openTable({ TABLE_NAME: tableName }, client);
};
