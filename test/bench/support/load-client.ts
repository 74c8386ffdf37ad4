import { Agent, request } from 'node:http';
import { bytesOf } from './bytes.ts';
import { median, percentile, rounded, spread, sum } from './statistics.ts';

export interface HttpRequest {
  method: 'GET' | 'POST';
  path: string;
  form?: Readonly<Record<string, string>>;
}

export interface HttpResponse {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** What a phone's browser says that makes a difference to the server. */
const phoneHeaders = {
  accept: 'text/html,application/xhtml+xml',
  'accept-language': 'vi-VN,vi;q=0.9',
  'accept-encoding': 'gzip, deflate, br',
};

export interface Client {
  send(request: HttpRequest, headers?: Readonly<Record<string, string>>): Promise<HttpResponse>;
  close(): void;
}

/** Keeps so many connections open. */
export const openClient = (origin: string, connections: number): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: ({ method, path, form }, headers = {}) =>
      new Promise((resolve, reject) => {
        const body = form && new URLSearchParams(form).toString();
        const outgoing = request(`${origin}${path}`, {
          method,
          agent,
          headers: {
            ...phoneHeaders,
            ...(body !== undefined && {
              origin,
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(body),
            }),
            ...headers,
          },
          timeout: 10_000,
        });
        outgoing.once('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)));
        outgoing.once('error', reject);
        outgoing.once('response', (response) => {
          bytesOf(response).then(
            (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
            reject,
          );
        });
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
};

/** So many tasks, so many at a time; how long each took and all together. */
export interface Timed {
  seconds: number;
  milliseconds: number[];
}

export const timed = async (
  count: number,
  atOnce: number,
  task: (index: number) => Promise<void>,
): Promise<Timed> => {
  const milliseconds: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const startedAt = performance.now();
      await task(index);
      milliseconds.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  return { seconds: (performance.now() - startedAt) / 1000, milliseconds };
};

export const perSecond = ({ seconds, milliseconds }: Timed): number => milliseconds.length / seconds;

/** Several rounds of the same: the median round's rate, the percentiles of all its answers. */
export const summaryOf = (rounds: readonly Timed[]) => {
  const all = rounds.flatMap(({ milliseconds }) => milliseconds);
  return {
    perSecond: spread(rounds.map(perSecond)),
    p50Ms: rounded(median(all)),
    p99Ms: rounded(percentile(all, 99)),
    count: sum(rounds.map(({ milliseconds }) => milliseconds.length)),
  };
};
