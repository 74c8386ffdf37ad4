import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';

/** What one rating asked of the database, and the names in it that belong to this rating alone. */
export const RecordedRating = z.object({
  desk: z.string(),
  nonce: z.string(),
  operations: z.array(z.object({ name: z.string(), input: z.record(z.string(), z.unknown()) })),
});
export type RecordedRating = z.infer<typeof RecordedRating>;

export const Replay = z.object({
  endpoint: z.string(),
  tableName: z.string(),
  /** The first, second, … rating at a desk: they do not ask the same. */
  ratings: z.array(RecordedRating),
});
export type Replay = z.infer<typeof Replay>;

const isInput = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'TableName' in input;
const PutInput = z.custom<PutItemCommandInput>(isInput);
const UpdateInput = z.custom<UpdateItemCommandInput>(isInput);
const GetInput = z.custom<GetItemCommandInput>(isInput);

const send = (client: DynamoDBClient, name: string, input: unknown): Promise<unknown> => {
  switch (name) {
    case 'PutItem':
      return client.send(new PutItemCommand(PutInput.parse(input)));
    case 'UpdateItem':
      return client.send(new UpdateItemCommand(UpdateInput.parse(input)));
    case 'GetItem':
      return client.send(new GetItemCommand(GetInput.parse(input)));
    default:
      throw new Error(`a rating asks for ${name} now: teach the benchmark to replay it`);
  }
};

/**
 * Asks of the database what ratings asked, with other ids and desks, one operation after the other, through the
 * plain SDK client: the same work without our code.
 */
export const replayer = ({ endpoint, tableName, ratings }: Replay) => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const templates = ratings.map(({ desk, nonce, operations }) =>
    operations.map(({ name, input }) => {
      const text = JSON.stringify({ ...input, TableName: tableName });
      return {
        name,
        inputFor: (otherDesk: string, otherNonce: string): unknown =>
          JSON.parse(text.replaceAll(nonce, otherNonce).replaceAll(desk, otherDesk)),
      };
    }),
  );

  return async ({ rating, desk, nonce }: { rating: number; desk: string; nonce: string }): Promise<void> => {
    for (const { name, inputFor } of templates[rating] ?? []) {
      try {
        await send(client, name, inputFor(desk, nonce));
      } catch (error) {
        // As recorded: the first rating of ten minutes finds no counter to add to.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    }
  };
};
