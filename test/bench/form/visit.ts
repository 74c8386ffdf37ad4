import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type * as z from 'zod/mini';
import { newPage, phone } from '../../support/browser.ts';
import { readSeen, Seen, watchPage } from './in-page.ts';
import { emulate, type Network } from './networks.ts';

export interface Visit {
  firstPaintMs: number;
  /** Later of the first paint and the first frame with five buttons that can be pressed. */
  usableMs: number;
  /** From the tap to the first frame with the word of thanks. */
  thanksMs: number;
  /** Answers that had come in whole when the form was usable, and its own, which may go on behind the buttons. */
  requestsUntilUsable: number;
  wireBytesUntilUsable: number;
}

interface Loaded {
  /** The form itself, not what it asks for. */
  isPage: boolean;
  endedAt: number;
  wireBytes: number;
}

/** What has come in whole, by the browser's own count; its clock is told by the first request. */
const watchNetwork = (devtools: CDPSession): Loaded[] => {
  const loaded: Loaded[] = [];
  let offsetMs: number | undefined;
  let pageId: string | undefined;
  devtools.on('Network.requestWillBeSent', ({ requestId, wallTime, timestamp }) => {
    offsetMs ??= (wallTime - timestamp) * 1_000;
    pageId ??= requestId;
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const endedAt = timestamp * 1_000 + (offsetMs ?? 0);
    loaded.push({ isPage: requestId === pageId, endedAt, wireBytes: encodedDataLength });
  });
  return loaded;
};

const timeoutMs = 30_000;
/** Rarely enough not to slow the page down; what was seen has its moment anyway. */
const askEveryMs = 50;

/** Undefined while the page is being replaced by the next one. */
const ask = async (page: Page): Promise<z.infer<typeof Seen> | undefined> => {
  const seen: unknown = await page.evaluate(readSeen).catch(() => undefined);
  return seen === undefined ? undefined : Seen.parse(seen);
};

// Not page.waitForFunction: it evaluates text inside the page, which its content security policy forbids.
const whenSeen = async (page: Page, name: 'buttons' | 'thanks'): Promise<z.infer<typeof Seen>> => {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const seen = await ask(page);
    if (seen?.[name] && seen.firstPaint) return seen;
    await sleep(askEveryMs);
  }
  throw new Error(`the page showed no ${name}`);
};

/** One first visit of a phone that has never been here: from the address to the word of thanks. */
export const visitForm = async (browser: Browser, url: string, network: Network): Promise<Visit> => {
  const page = await newPage(browser, phone);
  try {
    await page.addInitScript(watchPage);
    const devtools = await page.context().newCDPSession(page);
    const loaded = watchNetwork(devtools);
    await emulate(devtools, network);

    await page.goto(url, { waitUntil: 'commit', timeout: timeoutMs });
    const form = await whenSeen(page, 'buttons');
    const { startedAt, firstPaint = Number.NaN, buttons = Number.NaN } = form;
    const usableAt = Math.max(firstPaint, buttons);
    await page.click('button[name="overall"][value="4"]', { noWaitAfter: true, timeout: timeoutMs });
    const { thanks = Number.NaN, tappedAt } = await whenSeen(page, 'thanks');
    const inTime = loaded.filter(({ isPage, endedAt }) => isPage || endedAt <= usableAt);
    return {
      firstPaintMs: firstPaint - startedAt,
      usableMs: usableAt - startedAt,
      thanksMs: thanks - (tappedAt ?? Number.NaN),
      requestsUntilUsable: inTime.length,
      wireBytesUntilUsable: inTime.reduce((total, { wireBytes }) => total + wireBytes, 0),
    };
  } finally {
    await page.context().close();
  }
};
