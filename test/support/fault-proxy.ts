import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { loopbackUrl } from '../../infra/local/loopback.ts';

/** What becomes of a request on its way. */
export type Fault =
  | 'none'
  /** The service answers, and the answer is lost. */
  | 'lost answer'
  /** Never arrives. */
  | 'lost request'
  /** Neither arrives nor fails. */
  | 'hang'
  /** A café's login page. */
  | 'captive portal'
  | 'moved to a portal'
  | { status: number; retryAfter?: string };

export interface SeenRequest {
  method: string;
  path: string;
  fields: Record<string, string>;
}

export interface FaultProxy {
  url: string;
  /** Every request that the browser made. */
  seen: SeenRequest[];
  /** Asked about each request. */
  faultOf: (seen: SeenRequest) => Fault;
  /** Stops hanging. */
  close(): Promise<void>;
}

const portal = '<!doctype html><title>Wifi</title><h1>Xin đăng nhập wifi</h1>';

/** Passes a request on as it came, the Host header too: the service sees the address that the browser sees. */
const forward = (target: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { method, headers, url = '' } = incoming;
    request(`${target}${url}`, { method, headers }, resolve).once('error', reject).end(body);
  });

/** A network between browser and service that fails as it is told to. */
export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const seen: SeenRequest = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      fields: Object.fromEntries(new URLSearchParams(body.toString())),
    };
    proxy.seen.push(seen);
    const fault = proxy.faultOf(seen);
    if (fault === 'hang') return;
    if (fault === 'lost request') {
      incoming.socket.destroy();
    } else if (fault === 'captive portal') {
      outgoing.setHeader('content-type', 'text/html; charset=utf-8').end(portal);
    } else if (fault === 'moved to a portal') {
      outgoing.writeHead(302, { location: 'http://127.0.0.1:9/login' }).end();
    } else if (typeof fault === 'object') {
      const { status, retryAfter } = fault;
      outgoing.writeHead(status, { ...(retryAfter && { 'retry-after': retryAfter }) }).end(portal);
    } else {
      const answer = await forward(target, incoming, body);
      const content = await buffer(answer);
      if (fault === 'lost answer') incoming.socket.destroy();
      else outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(content);
    }
  };
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: FaultProxy = {
    url: loopbackUrl(server),
    seen: [],
    faultOf: () => 'none',
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return proxy;
};
