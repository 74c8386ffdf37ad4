import { createServer, type IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { partitionsOf, type Statement } from './synthesized.ts';

/** A table behind its policy: local engines let everybody do everything. */
export interface TableGuard {
  /** For AWS_ENDPOINT_URL_DYNAMODB. */
  url: string;
  /** What was refused, as 'dynamodb:GetItem UNITS'. */
  refused: string[];
  /** What was allowed and done, by the pattern that allowed it: 'dynamodb:GetItem DESK#*'. */
  used: Set<string>;
  stop(): Promise<void>;
}

const Text = z.object({ S: z.string() });
const Key = z.object({ pk: Text });
const Request = z.object({
  Key: z.optional(Key),
  Item: z.optional(Key),
  KeyConditionExpression: z.optional(z.string().check(z.regex(/^pk = :pk\b/))),
  ExpressionAttributeValues: z.optional(z.object({ ':pk': z.optional(Text) })),
  RequestItems: z.optional(z.record(z.string(), z.object({ Keys: z.array(Key) }))),
});

/** The partitions that a request touches: what IAM calls its leading keys. */
const partitionsTouched = (body: string): string[] => {
  const { Key, Item, KeyConditionExpression, ExpressionAttributeValues, RequestItems } = Request.parse(
    JSON.parse(body),
  );
  const keys = [Key, Item, ...Object.values(RequestItems ?? {}).flatMap(({ Keys }) => Keys)];
  const queried = KeyConditionExpression && ExpressionAttributeValues?.[':pk'];
  return [...keys.flatMap((key) => (key ? [key.pk.S] : [])), ...(queried ? [queried.S] : [])];
};

const isLike = (pattern: string, partition: string): boolean =>
  pattern.endsWith('*') ? partition.startsWith(pattern.slice(0, -1)) : partition === pattern;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** Passes on to the engine at `endpoint` what these statements allow, and answers the rest as AWS does. */
export const startTableGuard = async (
  endpoint: string,
  statements: readonly Statement[],
): Promise<TableGuard> => {
  const refused: string[] = [];
  const used = new Set<string>();

  const answer = async (request: IncomingMessage): Promise<[status: number, body: string]> => {
    const target = String(request.headers['x-amz-target']);
    const action = `dynamodb:${target.split('.')[1]}`;
    const body = await bodyOf(request);
    const patterns = statements
      .filter(({ Action }) => Action.includes(action))
      .flatMap((statement) => partitionsOf(statement) ?? []);

    for (const partition of partitionsTouched(body)) {
      const pattern = patterns.find((candidate) => isLike(candidate, partition));
      if (pattern === undefined) {
        refused.push(`${action} ${partition}`);
        return [400, JSON.stringify({ __type: 'AccessDeniedException', message: `not allowed: ${action}` })];
      }
      used.add(`${action} ${pattern}`);
    }

    const response = await fetch(endpoint, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        authorization: String(request.headers.authorization),
        'x-amz-date': String(request.headers['x-amz-date']),
      },
    });
    return [response.status, await response.text()];
  };

  const server = createServer((request, response) => {
    answer(request)
      .then(([status, body]) => {
        response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' });
        response.end(body);
      })
      .catch((error: unknown) => {
        response.writeHead(400);
        response.end(JSON.stringify({ __type: 'ValidationException', message: String(error) }));
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the guard has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    refused,
    used,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
