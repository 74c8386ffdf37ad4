import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { weekOf } from '../../functions/domain/iso-week.ts';
import { keys } from '../../functions/store/keys.ts';
import type { Database } from './database.ts';
import { localClient, localTableName } from './local-table.ts';
import { readMarker, writeMarker } from './sample-marker.ts';

/** What the partitions of responses begin with, whichever commune and week. */
const responsePartitions = (): string => {
  const { pk } = keys.responses('00000', weekOf(new Date()));
  return pk.slice(0, pk.indexOf('#') + 1);
};

/** Looks at every item until it finds an answer: no key tells, and a folder without answers is small. */
const holdsAnswers = async (client: DynamoDBClient): Promise<boolean> => {
  const pages = paginateScan(
    { client },
    {
      TableName: localTableName,
      Select: 'COUNT',
      FilterExpression: 'begins_with(pk, :responses)',
      ExpressionAttributeValues: { ':responses': { S: responsePartitions() } },
    },
  );
  for await (const { Count = 0 } of pages) if (Count > 0) return true;
  return false;
};

/**
 * Answers of people and made-up ones never share a folder. A folder without any answers becomes one of made-up answers
 * for good: the service then shows it only as sample data. Returns why it may not; undefined when it may.
 */
export const takeForSimulation = async (
  { endpoint, engine, owner }: Pick<Database, 'endpoint' | 'engine' | 'owner'>,
  dataDir: string,
): Promise<string | undefined> => {
  if (engine === 'external') return 'DYNAMODB_ENDPOINT names a database that nobody vouches for: unset it';
  const marker = await readMarker(dataDir);
  if (marker?.isSimulated) return undefined;
  if (marker) return `${dataDir} holds the sample data of the demonstration: choose another DATA_DIR`;
  const client = localClient(endpoint);
  try {
    if (await holdsAnswers(client))
      return `${dataDir} holds answers that people gave: choose another DATA_DIR`;
  } finally {
    client.destroy();
  }
  // A service that runs there already would show what it finds as real.
  if (!owner) return `another process works on ${dataDir}: stop it first`;
  await writeMarker(dataDir, { isComplete: true, filledOn: new Date().toISOString(), isSimulated: true });
  return undefined;
};
