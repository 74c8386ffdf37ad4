import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { answerParent } from '../support/worker.ts';

/** Run as a process: what a page reads, through the plain SDK client and without a page. */
const Question = z.object({
  endpoint: z.string(),
  count: z.number(),
  operations: z.array(z.object({ name: z.string(), input: z.record(z.string(), z.unknown()) })),
});

const isInput = (input: unknown): boolean => typeof input === 'object' && input !== null;
const GetInput = z.custom<GetItemCommandInput>(isInput);
const BatchInput = z.custom<BatchGetItemCommandInput>(isInput);
const QueryInput = z.custom<QueryCommandInput>(isInput);

const read = (client: DynamoDBClient, name: string, input: unknown): Promise<unknown> => {
  switch (name) {
    case 'GetItem':
      return client.send(new GetItemCommand(GetInput.parse(input)));
    case 'BatchGetItem':
      return client.send(new BatchGetItemCommand(BatchInput.parse(input)));
    case 'Query':
      return client.send(new QueryCommand(QueryInput.parse(input)));
    default:
      throw new Error(`a page asks for ${name} now: teach the benchmark to replay it`);
  }
};

answerParent(async (question) => {
  const { endpoint, count, operations } = Question.parse(question);
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  const each: number[] = [];
  for (let page = 0; page < count; page += 1) {
    const before = process.cpuUsage();
    await Promise.all(operations.map(({ name, input }) => read(client, name, input)));
    const { user, system } = process.cpuUsage(before);
    each.push((user + system) / 1000);
  }
  client.destroy();
  return each;
});
