import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { loopbackUrl } from '../../../infra/local/loopback.ts';
import { bytesOf } from './bytes.ts';

/** One operation that the service asked of DynamoDB, and what came back. */
export interface Operation {
  /** 'PutItem', 'Query', … */
  name: string;
  input: unknown;
  /** An error says that a condition did not hold, for example. */
  status: number;
  /** Units as the engine counts them. */
  capacityUnits: number;
  answerBytes: number;
  /** What a query read, before its filter. */
  scannedCount: number | undefined;
  startedAt: number;
  endedAt: number;
}

export interface Recorder {
  /** For AWS_ENDPOINT_URL_DYNAMODB or DYNAMODB_ENDPOINT. */
  url: string;
  /** What was recorded since the last call. */
  taken(): Operation[];
  /** Resolves when nothing has been asked for a while: a service that starts also counts what it missed. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

const quietMs = 1_000;

const Capacity = z.object({ CapacityUnits: z.number() });
const Answer = z.object({
  ConsumedCapacity: z.optional(z.union([Capacity, z.array(Capacity)])),
  ScannedCount: z.optional(z.number()),
});
const Input = z.record(z.string(), z.unknown());

/**
 * Stands between the service and its engine and writes down what goes through, so that benchmarks know the
 * service's operations without knowing its code. Every operation is asked for its consumed capacity on the way.
 */
export const startRecorder = async (engine: string): Promise<Recorder> => {
  let operations: Operation[] = [];
  let lastAt = 0;

  const passOn = async (request: IncomingMessage): Promise<{ status: number; body: Buffer }> => {
    const target = String(request.headers['x-amz-target']);
    const input = Input.parse(JSON.parse((await bytesOf(request)).toString('utf8')));
    const startedAt = performance.now();
    lastAt = startedAt;
    const answer = await fetch(engine, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        authorization: String(request.headers['authorization']),
        'x-amz-date': String(request.headers['x-amz-date']),
      },
      body: JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' }),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    const { ConsumedCapacity = [], ScannedCount } = Answer.parse(JSON.parse(body.toString('utf8')));
    operations.push({
      name: target.split('.').at(-1) ?? '',
      input,
      status: answer.status,
      capacityUnits: [ConsumedCapacity].flat().reduce((units, { CapacityUnits }) => units + CapacityUnits, 0),
      answerBytes: body.length,
      scannedCount: ScannedCount,
      startedAt,
      endedAt: performance.now(),
    });
    return { status: answer.status, body };
  };

  const server = createServer((request, response) => {
    passOn(request).then(
      ({ status, body }) => {
        response.writeHead(status, {
          'content-type': 'application/x-amz-json-1.0',
          'content-length': body.length,
        });
        response.end(body);
      },
      () => response.destroy(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: loopbackUrl(server),
    taken: () => {
      const taken = operations.toSorted((a, b) => a.startedAt - b.startedAt);
      operations = [];
      return taken;
    },
    quiet: async () => {
      const from = performance.now();
      while (performance.now() - Math.max(from, lastAt) < quietMs) await sleep(quietMs / 4);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
