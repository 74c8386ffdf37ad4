import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Desk } from '../../functions/domain/desk.ts';
import type { Response } from '../../functions/domain/response.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { expectNoViolations } from '../support/accessibility.ts';
import { launchBrowser, screenshot } from '../support/browser.ts';
import { TestClock } from '../support/clock.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type RunningService, runService } from '../support/local-service.ts';
import { pairKiosk } from '../support/pairing.ts';
import { newPhone, ownDesk, pageKept, responsesAt, waitingCount } from '../support/phone.ts';
import { replaceDesk } from '../support/replaced-desk.ts';
import { hanoi } from '../support/sample-units.ts';
import { hours } from '../support/samples.ts';
import { targetsSmallerThan44 } from '../support/small-targets.ts';

const morning = '2026-11-18T08:00+07:00';
const clock = new TestClock(morning);
const landscape = { width: 1024, height: 768 };
const portrait = { width: 768, height: 1024 };

let browser: Browser;
let service: RunningService;
let stop: () => Promise<void>;
let proxy: FaultProxy;
let desk: Desk;
let credential: string;
let tablet: BrowserContext;

beforeAll(async () => {
  [browser, { service, stop }] = await Promise.all([launchBrowser(), runService(clock.now)]);
  await unitStore(service.table).put(hanoi);
  proxy = await startFaultProxy(service.publicOrigin);
});

afterAll(async () => {
  await browser.close();
  await proxy.close();
  await stop();
});

beforeEach(async () => {
  clock.moveTo(morning);
  desk = await ownDesk(service.table);
  credential = await pairKiosk(service.table, desk);
  proxy.seen.length = 0;
  proxy.faultOf = () => 'none';
});

afterEach(async () => {
  await tablet.close();
});

const address = (): string => `${proxy.url}/d/${desk.code}/kiosk`;
const stored = (): Promise<Response[]> => responsesAt(service.table, desk, clock.now());
const storedCount = async (): Promise<number> => (await stored()).length;

const question = (page: Page) => page.locator('#question');
const thanks = (page: Page) => page.locator('[data-screen=thanks]');
const unpaired = (page: Page) => page.locator('[data-screen=unpaired]');
const state = (page: Page) => page.locator('.state');
const tap = (page: Page, rating: number) => page.locator(`button[value="${rating}"]`).click();
const says = (page: Page, words: string) => state(page).filter({ hasText: words }).waitFor();

/** A tablet that has just opened its link, its own clock in the test's hands. */
const openKiosk = async (
  size: { width: number; height: number } = landscape,
  link = `${address()}#${credential}`,
): Promise<Page> => {
  tablet = await newPhone(browser, size);
  const page = await tablet.newPage();
  await page.clock.install({ time: clock.now() });
  await page.goto(link);
  await state(page).waitFor();
  return page;
};

describe('pairing', () => {
  it('leaves the credential in no address, no history and no request but the one for a token', async () => {
    const page = await openKiosk();
    await says(page, texts.kiosk.online);
    expect(page.url()).toBe(address());
    expect(JSON.stringify(proxy.seen.map(({ path }) => path))).not.toContain(credential);
    expect(proxy.seen.filter(({ fields }) => fields['credential']).map(({ path }) => path)).toEqual([
      `/d/${desk.code}/kiosk/token`,
    ]);
    await page.reload();
    await question(page).waitFor();
    await tap(page, 5);
    await expect.poll(stored).toMatchObject([{ overall: 5, channel: 'kiosk', flags: [] }]);
  });

  it.each([
    ['with a wrong link', () => `${address()}#${'x'.repeat(32)}`],
    ['without a link', () => address()],
  ])('is asked for in plain words %s', async (_, link) => {
    const page = await openKiosk(landscape, link());
    await unpaired(page).waitFor();
    expect(await page.locator('main').innerText()).toContain(texts.kiosk.unpairedText);
    expect(await question(page).isVisible()).toBe(false);
    await screenshot(page, 'kiosk-unpaired');
    await expectNoViolations(page);
  });

  it('ends when it is revoked: what waits stays, and goes out once the tablet is paired anew', async () => {
    const page = await openKiosk();
    await says(page, texts.kiosk.online);
    await replaceDesk(service.table, desk);
    clock.pass(2);
    await tap(page, 4);
    await page.clock.runFor(6_000);
    await unpaired(page).waitFor();
    expect(await waitingCount(page)).toBe(1);
    expect(await storedCount()).toBe(0);

    const renewed = await pairKiosk(service.table, desk);
    clock.pass(2);
    await page.goto('about:blank');
    await page.goto(`${address()}#${renewed}`);
    await question(page).waitFor();
    await expect.poll(storedCount).toBe(1);
  });
});

describe.each([
  ['landscape', landscape],
  ['portrait', portrait],
])('the screen of a tablet in %s', (name, size) => {
  it('shows five large faces, whole, without scrolling', async () => {
    const page = await openKiosk(size);
    await says(page, texts.kiosk.allSent);
    await screenshot(page, `kiosk-${name}`, { fullPage: false });
    await expectNoViolations(page);
    expect(await targetsSmallerThan44(page)).toEqual([]);
    const boxes = await Promise.all(
      [5, 4, 3, 2, 1].map((rating) => page.locator(`button[value="${rating}"]`).boundingBox()),
    );
    for (const box of boxes) {
      expect(box?.height).toBeGreaterThan(88);
      expect(box?.width).toBeGreaterThan(120);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
    }
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);

    await tap(page, 4);
    await thanks(page).waitFor();
    await screenshot(page, `kiosk-${name}-thanks`, { fullPage: false });
    await expectNoViolations(page);
  });
});

describe('an answer', () => {
  it('is thanked for four seconds; a second tap within five seconds counts for nothing', async () => {
    const page = await openKiosk();
    // From here on time passes only when the test says so.
    await page.clock.pauseAt(clock.now().getTime() + 3_600_000);
    await tap(page, 5);
    await thanks(page).waitFor();
    expect(await question(page).isVisible()).toBe(false);
    await page.clock.runFor(3_900);
    expect(await thanks(page).isVisible()).toBe(true);
    await page.clock.runFor(200);
    expect(await question(page).isVisible()).toBe(true);
    await page.locator('button[value="1"]').click({ force: true });
    await page.clock.runFor(800);
    await page.locator('button[value="1"]').click({ force: true });
    await page.clock.runFor(200);
    await tap(page, 2);
    await expect.poll(storedCount).toBe(2);
    expect((await stored()).map(({ overall }) => overall).toSorted((a, b) => a - b)).toEqual([2, 5]);
  });

  it('leaves nothing behind: no mark, no place in the history, nothing on the tablet', async () => {
    const page = await openKiosk();
    const length = await page.evaluate('history.length');
    await tap(page, 1);
    await thanks(page).waitFor();
    await expect.poll(storedCount).toBe(1);
    await page.clock.runFor(5_100);
    await question(page).waitFor();
    expect(await page.evaluate('history.length')).toBe(length);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    expect(await page.evaluate("document.querySelectorAll('input, textarea, [aria-pressed]').length")).toBe(
      0,
    );
    expect(await page.evaluate(everythingKept)).not.toMatch(/overall|posts/);
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).toBe(
      '[{},{}]',
    );

    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await page.goForward();
    await question(page).waitFor();
    expect(await thanks(page).isVisible()).toBe(false);
    expect(await storedCount()).toBe(1);
  });

  it('fills the screen from the first tap on, where the browser lets it', async () => {
    const page = await openKiosk();
    await tap(page, 5);
    await expect.poll(() => page.evaluate('document.fullscreenElement !== null')).toBe(true);
  });

  it('that the tablet can not save is not thanked for', async () => {
    const page = await openKiosk();
    await page.evaluate("IDBDatabase.prototype.transaction = () => { throw new DOMException('full'); }");
    await tap(page, 5);
    await page.locator('[data-screen=not-kept]').waitFor();
    expect(await thanks(page).isVisible()).toBe(false);
    await page.clock.runFor(5_100);
    await question(page).waitFor();
  });
});

describe('a day without network', () => {
  it('takes thirty answers and delivers all of them, each once, unflagged, in the week of the day', async () => {
    desk = { ...desk, hours: hours('Mon 07:00-08:00') };
    credential = await pairKiosk(service.table, desk);
    clock.moveTo('2026-11-21T08:00+07:00');
    const page = await openKiosk();
    await says(page, texts.kiosk.online);
    await pageKept(page, `/d/${desk.code}/kiosk`);
    await tablet.setOffline(true);
    await page.reload();
    await says(page, texts.kiosk.offline);
    for (let n = 0; n < 30; n += 1) {
      await tap(page, (n % 5) + 1);
      await thanks(page).waitFor();
      await page.clock.runFor(5_100);
    }
    await says(page, texts.kiosk.waiting('30'));
    await screenshot(page, 'kiosk-offline', { fullPage: false });
    await expectNoViolations(page);
    // Of the moments of its answers the tablet keeps the day.
    const kept = z
      .array(z.object({ savedAt: z.number() }))
      .parse(JSON.parse(String(await page.evaluate(everythingKept))));
    expect(new Set(kept.map(({ savedAt }) => savedAt))).toEqual(
      new Set([Date.parse('2026-11-21T00:00+07:00')]),
    );
    expect(await storedCount()).toBe(0);

    // Delivered on Monday: the answers are of the week before.
    clock.moveTo('2026-11-23T08:00+07:00');
    await page.clock.setSystemTime('2026-11-23T08:00+07:00');
    await tablet.setOffline(false);
    await says(page, texts.kiosk.allSent);
    const responses = await stored();
    expect(responses).toHaveLength(30);
    expect(new Set(responses.map(({ id }) => id)).size).toBe(30);
    expect(responses.every(({ channel, flags }) => channel === 'kiosk' && flags.length === 0)).toBe(true);
    expect(new Set(responses.map(({ week }) => week))).toEqual(new Set(['2026-W47']));
    expect(responses.filter(({ overall }) => overall === 5)).toHaveLength(6);
  });

  it('says what the network is, also after answers that got lost on their way back', async () => {
    const page = await openKiosk();
    await says(page, texts.kiosk.online);
    let lost = 0;
    proxy.faultOf = ({ path }) => {
      if (path !== `/d/${desk.code}` || lost === 3) return 'none';
      lost += 1;
      return 'lost answer';
    };
    await tap(page, 3);
    await says(page, texts.kiosk.offline);
    await says(page, texts.kiosk.waiting('1'));
    await page.clock.runFor(60_000);
    await says(page, texts.kiosk.allSent);
    expect(await storedCount()).toBe(1);
  });
});

describe('a browser without our script', () => {
  it('is told so, and led to the plain form', async () => {
    tablet = await newPhone(browser, { ...landscape, javaScript: false });
    const page = await tablet.newPage();
    await page.goto(address());
    expect(await page.locator('main').innerText()).toContain(texts.kiosk.needsScript);
    await screenshot(page, 'kiosk-without-script');
    expect(await targetsSmallerThan44(page)).toEqual([]);
    await page.locator('main a').click();
    expect(page.url()).toBe(`${proxy.url}/d/${desk.code}`);
  });

  it('without a database is told so, too', async () => {
    tablet = await newPhone(browser, landscape);
    await tablet.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined })");
    const page = await tablet.newPage();
    await page.goto(`${address()}#${credential}`);
    expect(await page.locator('main').innerText()).toContain(texts.kiosk.needsScript);
  });
});

/** Runs in the page: all that its database holds, as text. */
const everythingKept = `new Promise((resolve) => {
  const open = indexedDB.open('thuoc-do');
  open.onsuccess = () => {
    const all = open.result.transaction('entries').objectStore('entries').getAll();
    all.onsuccess = () => {
      open.result.close();
      resolve(JSON.stringify(all.result));
    };
  };
})`;
