import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { loopbackUrl } from '../../infra/local/loopback.ts';

export interface DatabaseRequest {
  /** 'GetItem', 'Query', … */
  operation: string;
  body: string;
}

export interface DatabaseProxy {
  /** For AWS_ENDPOINT_URL_DYNAMODB. */
  url: string;
  /** Asked about each request: whether it is answered as throttled, without being done. */
  isThrottled: (request: DatabaseRequest) => boolean;
  throttled: number;
  /** The answer to a request that the engine is not to answer, as JSON. */
  answerInstead: (request: DatabaseRequest) => string | undefined;
  stop(): Promise<void>;
}

const throttling = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
});

/** Stands between a client and the engine at `engine`, and throttles or answers itself as it is told to. */
export const startDatabaseProxy = async (engine: string): Promise<DatabaseProxy> => {
  const answer = async (request: IncomingMessage): Promise<[status: number, body: string]> => {
    const body = (await buffer(request)).toString('utf8');
    const target = String(request.headers['x-amz-target']);
    const asked = { operation: target.split('.')[1] ?? '', body };
    if (proxy.isThrottled(asked)) {
      proxy.throttled += 1;
      return [400, throttling];
    }
    const instead = proxy.answerInstead(asked);
    if (instead !== undefined) return [200, instead];
    const response = await fetch(engine, {
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
    answer(request).then(
      ([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(body);
      },
      () => response.destroy(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const proxy: DatabaseProxy = {
    url: loopbackUrl(server),
    isThrottled: () => false,
    throttled: 0,
    answerInstead: () => undefined,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return proxy;
};
