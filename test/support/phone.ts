import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Desk } from '../../functions/domain/desk.ts';
import { addWeeks, weekOf } from '../../functions/domain/iso-week.ts';
import type { Response } from '../../functions/domain/response.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { deskOf, longNamed } from './sample-units.ts';
import { deskCode } from './samples.ts';
import { responsesOfWeek } from './stored-responses.ts';

let deskCount = 0;

/** A desk that no other test answers at. */
export const ownDesk = async (table: Table): Promise<Desk> => {
  deskCount += 1;
  const desk = { ...deskOf(longNamed, deskCount), code: deskCode(deskCount) };
  await deskStore(table).add(desk);
  return desk;
};

/** All responses to a desk whose visits were within three weeks. */
export const responsesAt = async (table: Table, { code, commune }: Desk, now: Date): Promise<Response[]> => {
  const open = weekOf(now);
  const weeks = [-2, -1, 0].map((count) => addWeeks(open, count));
  const all = await Promise.all(weeks.map((week) => responsesOfWeek(table, commune.code, week, now)));
  return all.flat().filter(({ desk }) => desk === code);
};

interface PhoneOptions {
  serviceWorkers?: 'allow' | 'block';
  javaScript?: boolean;
  width?: number;
  height?: number;
}

/** A browser that has never been here. */
export const newPhone = (
  browser: Browser,
  { serviceWorkers = 'allow', javaScript = true, width = 360, height = 640 }: PhoneOptions = {},
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height },
    serviceWorkers,
    javaScriptEnabled: javaScript,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });

/** Taps one of the five answers; resolves as soon as it is tapped. */
export const tapRating = (page: Page, rating: number): Promise<void> =>
  page.locator(`main form button[name=overall][value="${rating}"]`).click({ noWaitAfter: true });

/**
 * Waits until an expression is true in the page. Playwright's own way has the page itself evaluate text, which our
 * content security policy forbids.
 */
export const waitUntil = (page: Page, expression: string): Promise<void> =>
  expect.poll(() => page.evaluate(expression), { timeout: 15_000 }).toBe(true);

/** Waits until the page's script has taken over. */
export const scriptReady = (page: Page): Promise<void> =>
  waitUntil(page, "history.state !== null && typeof history.state.at === 'number'");

/** Waits until the service worker keeps the page at this path. */
export const pageKept = (page: Page, path: string): Promise<void> =>
  waitUntil(
    page,
    `navigator.serviceWorker.controller !== null &&
      caches.match(${JSON.stringify(path)}).then((kept) => kept !== undefined)`,
  );

export const formKept = (page: Page): Promise<void> => pageKept(page, new URL(page.url()).pathname);

/** How many answers wait on the phone. */
export const waitingCount = async (page: Page): Promise<number> => {
  const count: unknown = await page.evaluate(countWaiting);
  return Number(count);
};

/** Runs in the page. */
const countWaiting = `new Promise((resolve, reject) => {
  const open = indexedDB.open('thuoc-do');
  open.onerror = () => reject(open.error);
  open.onsuccess = () => {
    const all = open.result.transaction('entries').objectStore('entries').getAll();
    all.onsuccess = () => {
      open.result.close();
      resolve(all.result.filter(({ posts }) => posts.length > 0).length);
    };
  };
})`;
