import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { loopbackUrl } from '../../../infra/local/loopback.ts';
import { newPage, phone } from '../../support/browser.ts';
import { bytesOf } from '../support/bytes.ts';
import { decoded } from '../support/decoded.ts';
import type { Scratch } from '../support/scratch.ts';

export interface Transfer {
  method: string;
  path: string;
  status: number;
  /** Headers and body as they went over the wire. */
  wireBytes: number;
  /** The body before it was compressed. */
  rawBytes: number;
}

/**
 * A service that answers what another one answers and counts it on the wire, what service workers fetch included:
 * the page's own view of the network has none of that.
 */
const startCounter = async (scratch: Scratch, origin: string) => {
  const transfers: Transfer[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers, socket } = incoming;
    const writtenBefore = socket.bytesWritten;
    const passedOn = httpRequest(`${origin}${path}`, { method, headers }, (answer) => {
      bytesOf(answer).then(
        (body) => {
          const { statusCode: status = 0 } = answer;
          outgoing.writeHead(status, answer.rawHeaders).end(body, () => {
            const wireBytes = socket.bytesWritten - writtenBefore;
            const rawBytes = decoded({ headers: answer.headers, body }).length;
            transfers.push({ method, path, status, wireBytes, rawBytes });
          });
        },
        () => outgoing.destroy(),
      );
    });
    passedOn.once('error', () => outgoing.destroy());
    incoming.pipe(passedOn);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  scratch.later(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: loopbackUrl(server), transfers };
};

/** Longer than a page needs to begin with what it does when it has loaded. */
const settledMs = 2_500;

/** Everything that a first visit of the form transfers, and then the thank-you page. */
export const countTransfers = async (scratch: Scratch, browser: Browser, origin: string, path: string) => {
  const counter = await startCounter(scratch, origin);
  const page = await newPage(browser, phone);
  await page.goto(`${counter.origin}${path}`, { waitUntil: 'load' });
  await sleep(settledMs);
  const firstVisit = [...counter.transfers];
  await page.click('button[name="overall"][value="4"]');
  await sleep(settledMs);
  const answer = counter.transfers.slice(firstVisit.length);
  await page.context().close();
  return { firstVisit, answer };
};
