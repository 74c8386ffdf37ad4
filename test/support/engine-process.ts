import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ensureTable, openDatabase } from '../../infra/local/database.ts';

/**
 * Run as a process: opens a database at a given moment and says in one JSON line what it got. Then it keeps it
 * open until it is killed; asked to `write`, it puts items and says the number of each that was acknowledged.
 */
const [dataDir = '', openAt = '0', task = 'hold'] = process.argv.slice(2);
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

await delay(Math.max(0, Number(openAt) - Date.now()));
const database = await openDatabase(dataDir);
say({ endpoint: database.endpoint, owner: database.owner });

if (task === 'write') {
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await ensureTable(client, 'answers');
  for (let n = 1; ; n++) {
    await client.send(
      new PutItemCommand({ TableName: 'answers', Item: { pk: { S: 'answer' }, sk: { S: `${n}` } } }),
    );
    say(n);
  }
}
