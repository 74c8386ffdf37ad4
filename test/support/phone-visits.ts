import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Desk } from '../../functions/domain/desk.ts';
import type { Response } from '../../functions/domain/response.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { launchBrowser } from './browser.ts';
import { TestClock } from './clock.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type RunningService, runService } from './local-service.ts';
import { formKept, newPhone, ownDesk, responsesAt, scriptReady } from './phone.ts';
import { hanoi } from './sample-units.ts';

export const morning = '2026-11-18T09:00+07:00';

/** For each test of a file a desk and a phone of its own, and one service behind a network that may fail. */
export const phoneVisits = () => {
  const clock = new TestClock(morning);
  let browser: Browser;
  let running: { service: RunningService; stop: () => Promise<void> };
  let proxy: FaultProxy;
  let desk: Desk;
  let phone: BrowserContext;

  beforeAll(async () => {
    [browser, running] = await Promise.all([launchBrowser(), runService(clock.now)]);
    await unitStore(running.service.table).put(hanoi);
    proxy = await startFaultProxy(running.service.publicOrigin);
  });

  afterAll(async () => {
    await browser.close();
    await proxy.close();
    await running.stop();
  });

  beforeEach(async () => {
    clock.moveTo(morning);
    desk = await ownDesk(running.service.table);
    proxy.seen.length = 0;
    proxy.faultOf = () => 'none';
  });

  afterEach(async () => {
    await phone.close();
  });

  const address = (): string => `${proxy.url}/d/${desk.code}`;
  const stored = (): Promise<Response[]> => responsesAt(running.service.table, desk, clock.now());

  /** A phone that has not been here before. */
  const usePhone = async (options: Parameters<typeof newPhone>[1] = {}): Promise<BrowserContext> => {
    phone = await newPhone(browser, options);
    return phone;
  };

  /** A form whose script has taken over, on such a phone. */
  const openForm = async (options: Parameters<typeof newPhone>[1] = {}): Promise<Page> => {
    await usePhone(options);
    const page = await phone.newPage();
    await page.goto(address());
    await scriptReady(page);
    return page;
  };

  /** A phone that opened the form before and is without network now. */
  const openOffline = async (): Promise<Page> => {
    const page = await openForm();
    await formKept(page);
    await phone.setOffline(true);
    await page.reload();
    await scriptReady(page);
    return page;
  };

  return {
    clock,
    get table() {
      return running.service.table;
    },
    get proxy() {
      return proxy;
    },
    get desk() {
      return desk;
    },
    get phone() {
      return phone;
    },
    address,
    stored,
    storedCount: async (): Promise<number> => (await stored()).length,
    /** What was posted to this desk. */
    posts: () => proxy.seen.filter(({ method, path }) => method === 'POST' && path.includes(desk.code)),
    usePhone,
    openForm,
    openOffline,
  };
};

export const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
export const keptSign = (page: Page) => page.locator('h1', { hasText: texts.outbox.title });
export const thanksSign = (page: Page) => page.locator('h1', { hasText: texts.thanks.title });

/** A network that does this to posts and nothing to the rest. */
export const failPosts =
  (fault: Fault) =>
  ({ method }: { method: string }): Fault =>
    method === 'POST' ? fault : 'none';
