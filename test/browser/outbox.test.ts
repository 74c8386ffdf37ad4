import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../functions/domain/desk.ts';
import type { Response } from '../../functions/domain/response.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { expectNoViolations } from '../support/accessibility.ts';
import { launchBrowser, screenshot } from '../support/browser.ts';
import { TestClock } from '../support/clock.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type RunningService, runService } from '../support/local-service.ts';
import {
  formKept,
  newPhone,
  ownDesk,
  pageKept,
  responsesAt,
  scriptReady,
  tapRating,
  waitingCount,
} from '../support/phone.ts';
import { replaceDesk } from '../support/replaced-desk.ts';
import { hanoi } from '../support/sample-units.ts';
import { targetsSmallerThan44 } from '../support/small-targets.ts';

const morning = '2026-11-18T09:00+07:00';
const clock = new TestClock(morning);
let browser: Browser;
let service: RunningService;
let stop: () => Promise<void>;
let proxy: FaultProxy;
let desk: Desk;
let phone: BrowserContext;

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
  proxy.seen.length = 0;
  proxy.faultOf = () => 'none';
});

afterEach(async () => {
  await phone.close();
});

const address = (): string => `${proxy.url}/d/${desk.code}`;
const stored = (): Promise<Response[]> => responsesAt(service.table, desk, clock.now());
const storedCount = async (): Promise<number> => (await stored()).length;
const posts = () => proxy.seen.filter(({ method, path }) => method === 'POST' && path.includes(desk.code));
const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** A form whose script has taken over, on a phone that has not been here before. */
const openForm = async (options: Parameters<typeof newPhone>[1] = {}): Promise<Page> => {
  phone = await newPhone(browser, options);
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

const failPosts =
  (fault: Fault) =>
  ({ method }: { method: string }): Fault =>
    method === 'POST' ? fault : 'none';

const keptSign = (page: Page) => page.locator('h1', { hasText: texts.outbox.title });
const thanksSign = (page: Page) => page.locator('h1', { hasText: texts.thanks.title });

describe('with a network', () => {
  it('a tap is one request and one response; Back and a second tap stay that one', async () => {
    const page = await openForm();
    clock.pass(1);
    await tapRating(page, 4);
    await thanksSign(page).waitFor();
    expect(await page.title()).toContain(texts.thanks.title);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');

    await page.goBack();
    await page.locator('.ratings').first().waitFor();
    await tapRating(page, 1);
    await thanksSign(page).waitFor();
    expect(await stored()).toMatchObject([{ overall: 4, edition: 1, flags: [] }]);
    expect(posts()).toHaveLength(2);
    expect(posts()[1]?.fields['token']).toBe(posts()[0]?.fields['token']);
  });

  it('stays one response when the thank-you page is left, found again and loaded again', async () => {
    const page = await openForm();
    await tapRating(page, 4);
    await thanksSign(page).waitFor();
    await page.reload();
    await thanksSign(page).waitFor();
    await page.goto(`${proxy.url}/privacy`);
    await page.goBack();
    await thanksSign(page).waitFor();
    await page.goBack();
    await tapRating(page, 2);
    await thanksSign(page).waitFor();
    expect(await stored()).toMatchObject([{ overall: 4, edition: 1 }]);
  });

  it('Back from another page finds the form with the same token, the worker in between', async () => {
    const page = await openForm();
    await formKept(page);
    await page.reload();
    await scriptReady(page);
    const token = await page.locator('main input[name=token]').first().inputValue();
    await page.goto(`${proxy.url}/privacy`);
    await page.goBack();
    await scriptReady(page);
    expect(await page.locator('main input[name=token]').first().inputValue()).toBe(token);
  });

  it('details, a changed mind and what is wrong with them are shown as without script', async () => {
    const page = await openForm();
    await tapRating(page, 4);
    await thanksSign(page).waitFor();
    await page.locator('summary').last().click();
    await page.locator('input[name=waiting][value="2"]').check();
    await page.evaluate("document.querySelector('main textarea').removeAttribute('maxlength')");
    await page.locator('textarea').fill('à'.repeat(501));
    await page.locator('form button.main').click();
    await page.locator('.problems').waitFor();
    expect(await page.locator('input[name=waiting][value="2"]').isChecked()).toBe(true);
    await page.locator('textarea').fill('Chờ lâu');
    await page.locator('form button.main').click();
    await page.locator('[role=status]', { hasText: texts.thanks.notices.added }).waitFor();
    expect(await stored()).toMatchObject([{ overall: 4, criteria: { waiting: 2 }, edition: 2 }]);
    await expectNoViolations(page);
  });

  it('weighs no more than 20 KB on the first visit, script and worker included', async () => {
    phone = await newPhone(browser);
    const page = await phone.newPage();
    const devtools = await phone.newCDPSession(page);
    await devtools.send('Network.enable');
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(address());
    await formKept(page);
    const worker = await fetch(`${proxy.url}/sw.js`, { headers: { 'accept-encoding': 'gzip' } });
    await worker.arrayBuffer();
    expect(proxy.seen.filter(({ path }) => path !== '/sw.js').map(({ path }) => path)).toEqual([
      `/d/${desk.code}`,
      expect.stringMatching(/^\/assets\/form\.\w+\.js$/),
    ]);
    expect(bytes).toBeLessThan(16 * 1024);
  });
});

describe('without a network', () => {
  it('an answer is kept, honestly said, and delivered once when the network is back', async () => {
    const page = await openForm();
    await phone.setOffline(true);
    await tapRating(page, 2);
    await keptSign(page).waitFor();
    const words = await page.locator('main').innerText();
    expect(words).toContain(texts.outbox.title);
    expect(words).toContain(texts.ratings[2]);
    expect(words).not.toMatch(/đã gửi|đã được ghi nhận/i);
    await screenshot(page, 'outbox-kept');
    await expectNoViolations(page);
    expect(await targetsSmallerThan44(page)).toEqual([]);
    expect(await storedCount()).toBe(0);

    await phone.setOffline(false);
    await thanksSign(page).waitFor();
    expect(await stored()).toMatchObject([{ overall: 2, channel: 'qr' }]);
    expect(await waitingCount(page)).toBe(0);
    await page.reload();
    await thanksSign(page).waitFor();
    expect(await storedCount()).toBe(1);
  });

  it('the form opens after one visit, and two visits from it are two responses', async () => {
    const page = await openOffline();
    expect(await heading(page)).toBe(texts.survey.question);
    expect(await page.locator('main input[name=token]').first().inputValue()).toBe('');
    await expectNoViolations(page);
    await tapRating(page, 5);
    await keptSign(page).waitFor();
    await page.goto(address());
    await scriptReady(page);
    await tapRating(page, 3);
    await keptSign(page).waitFor();
    expect(await waitingCount(page)).toBe(2);

    await phone.setOffline(false);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(2);
    expect((await stored()).map(({ overall }) => overall).toSorted((a, b) => a - b)).toEqual([3, 5]);
    expect((await stored()).every(({ flags }) => flags.join() === 'late')).toBe(true);
    expect(new Set(posts().map(({ fields }) => fields['token'])).size).toBe(2);
  });

  it('details and a changed mind go along in the one request that delivers the rating', async () => {
    const page = await openOffline();
    await tapRating(page, 3);
    await keptSign(page).waitFor();
    await page.locator('summary').last().click();
    await page.locator('input[name=attitude][value="5"]').check();
    await page.locator('textarea').fill('Chờ hơi lâu');
    await screenshot(page, 'outbox-details');
    await page.locator('form button.main').click();
    await page.locator('[role=status]', { hasText: texts.outbox.added }).waitFor();
    await screenshot(page, 'outbox-added');
    await page.locator('summary').first().click();
    await tapRating(page, 2);
    await page.locator('.chosen', { hasText: texts.ratings[2] }).waitFor();

    await phone.setOffline(false);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
    expect(await stored()).toMatchObject([{ overall: 2, criteria: { attitude: 5 }, edition: 1 }]);
    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.fields).toMatchObject({
      overall: '2',
      attitude: '5',
      comment: 'Chờ hơi lâu',
      week: '2026-W47',
    });
  });

  it('Back and another tap change the kept answer, and make no other', async () => {
    const page = await openOffline();
    await tapRating(page, 5);
    await keptSign(page).waitFor();
    await page.goBack();
    await tapRating(page, 3);
    await keptSign(page).waitFor();
    expect(await page.locator('.chosen').innerText()).toContain(texts.ratings[3]);
    expect(await waitingCount(page)).toBe(1);
    await phone.setOffline(false);
    await expect.poll(stored, { timeout: 15_000 }).toMatchObject([{ overall: 3, edition: 1 }]);
  });

  it('details for a stored rating are kept too, and sent with its token', async () => {
    const page = await openForm();
    await tapRating(page, 4);
    await thanksSign(page).waitFor();
    await phone.setOffline(true);
    await page.locator('summary').last().click();
    await page.locator('input[name=waiting][value="2"]').check();
    await page.locator('form button.main').click();
    await page.locator('[role=status]', { hasText: texts.outbox.detailsKept }).waitFor();
    await screenshot(page, 'outbox-details-of-a-stored-rating');
    await phone.setOffline(false);
    await expect
      .poll(stored, { timeout: 15_000 })
      .toMatchObject([{ overall: 4, criteria: { waiting: 2 }, edition: 2 }]);
    await page.locator('[role=status]', { hasText: texts.thanks.notices.added }).waitFor();
  });

  it('an answer is delivered on the next visit, by a page that only looks for its desk', async () => {
    const page = await openOffline();
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await page.close();
    // Chromium's own retry must not be what delivers it.
    proxy.faultOf = () => 'lost request';
    await phone.setOffline(false);
    expect(await storedCount()).toBe(0);
    proxy.faultOf = () => 'none';
    const next = await phone.newPage();
    await next.goto(proxy.url);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });

  it('the privacy page opens, once two forms have been opened', async () => {
    const page = await openForm();
    await formKept(page);
    await page.reload();
    await pageKept(page, '/privacy');
    await phone.setOffline(true);
    await page.goto(`${proxy.url}/privacy`);
    expect(await heading(page)).toBe(texts.privacy.title);
  });

  it('a kept answer is shown again when its page is loaded again', async () => {
    const page = await openOffline();
    await tapRating(page, 1);
    await keptSign(page).waitFor();
    await page.reload();
    await keptSign(page).waitFor();
    expect(await page.locator('.chosen').innerText()).toContain(texts.ratings[1]);
    expect(await waitingCount(page)).toBe(1);
  });
});

describe('an answer that seems delivered and is not', () => {
  it.each<[string, Fault]>([
    ['the page of a captive portal', 'captive portal'],
    ['a portal elsewhere', 'moved to a portal'],
    ['a 500', { status: 500 }],
    ['a 503', { status: 503, retryAfter: '1' }],
    ['a 429', { status: 429, retryAfter: '1' }],
    ['a lost request', 'lost request'],
  ])('is not taken for it: %s', async (_, fault) => {
    const page = await openForm();
    await page.clock.install();
    proxy.faultOf = failPosts(fault);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    // The first try of the outbox comes at once, the next one after some seconds.
    await expect.poll(() => posts().length).toBeGreaterThan(1);
    expect(await storedCount()).toBe(0);
    proxy.faultOf = () => 'none';
    await page.clock.runFor(15_000);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
    await thanksSign(page).waitFor();
  });

  it('is not taken for it: no answer for ten seconds', async () => {
    const page = await openForm();
    await page.clock.install();
    proxy.faultOf = failPosts('hang');
    await tapRating(page, 4);
    await page.locator('.sending').waitFor();
    await screenshot(page, 'outbox-sending', { fullPage: false });
    await page.clock.runFor(9_500);
    expect(await keptSign(page).count()).toBe(0);
    await page.clock.runFor(600);
    await keptSign(page).waitFor();
    proxy.faultOf = () => 'none';
    await page.clock.runFor(30_000);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });

  it('waits as long as the service asks for', async () => {
    const page = await openForm();
    await page.clock.install();
    proxy.faultOf = failPosts({ status: 429, retryAfter: '120' });
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await expect.poll(() => posts().length).toBe(2);
    proxy.faultOf = () => 'none';
    await page.clock.runFor(110_000);
    expect(await storedCount()).toBe(0);
    await page.clock.runFor(60_000);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });
});

describe('exactly once', () => {
  it.each([
    ['of a form from the network', openForm],
    ['of a form from the worker’s cache', openOffline],
  ])('an answer %s is one response after ten answers were lost on their way back', async (_, open) => {
    const page = await open();
    await page.clock.install();
    let lost = 0;
    proxy.faultOf = ({ method }) => {
      if (method !== 'POST' || lost === 10) return 'none';
      lost += 1;
      return 'lost answer';
    };
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await phone.setOffline(false);
    for (let round = 0; round < 40 && posts().length < 11; round += 1) {
      await page.clock.runFor(700_000);
      await page.waitForTimeout(50).catch(() => undefined);
    }
    await expect.poll(() => waitingCount(page), { timeout: 15_000 }).toBe(0);
    expect(lost).toBe(10);
    expect(posts()).toHaveLength(11);
    expect(new Set(posts().map(({ fields }) => fields['token'])).size).toBe(1);
    expect(await stored()).toMatchObject([{ overall: 4, edition: 1 }]);
  });

  it.each([
    ['a lock manager', ''],
    ['a lease in the database', 'delete Navigator.prototype.locks'],
  ])('two pages that deliver at once, with %s, deliver once', async (_, script) => {
    phone = await newPhone(browser, { serviceWorkers: 'block' });
    await phone.addInitScript(script);
    const pages = [await phone.newPage(), await phone.newPage()];
    for (const page of pages) {
      await page.goto(address());
      await scriptReady(page);
      await page.evaluate("document.querySelector('main input[name=token]').value = ''");
    }
    await phone.setOffline(true);
    for (const page of pages) {
      await tapRating(page, 4);
      await keptSign(page).waitFor();
    }
    await phone.setOffline(false);
    await expect.poll(async () => Promise.all(pages.map(waitingCount)), { timeout: 15_000 }).toEqual([0, 0]);
    expect(await storedCount()).toBe(2);
    expect(posts()).toHaveLength(2);
  });

  it('what is added after an answer was lost on its way back is not lost with it', async () => {
    const page = await openForm();
    await page.clock.install();
    proxy.faultOf = failPosts('lost answer');
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await page.locator('summary').last().click();
    await page.locator('input[name=attitude][value="1"]').check();
    await page.locator('form button.main').click();
    await page.locator('[role=status]', { hasText: texts.outbox.added }).waitFor();
    proxy.faultOf = () => 'none';
    await page.clock.runFor(60_000);
    await expect.poll(stored, { timeout: 15_000 }).toMatchObject([{ criteria: { attitude: 1 }, edition: 2 }]);
    expect(await storedCount()).toBe(1);
  });

  it('a token that nothing was ever sent under is replaced when it is too old', async () => {
    const page = await openForm({ serviceWorkers: 'block' });
    const shown = Date.parse(morning);
    await page.clock.setFixedTime(shown);
    clock.moveTo('2026-11-25T09:00+07:00');
    await page.clock.setFixedTime('2026-11-25T09:00+07:00');
    await phone.setOffline(true);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    clock.moveTo('2026-11-27T09:00+07:00');
    await page.clock.setFixedTime('2026-11-27T09:00+07:00');
    await phone.setOffline(false);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
    expect(posts().map(({ fields }) => fields['week'])).toEqual(['2026-W47', '2026-W48']);
    expect(await stored()).toMatchObject([{ week: '2026-W48', flags: ['late'] }]);
  });

  it('an answer that may be stored under a token that is too old now is given up rather than counted twice', async () => {
    const page = await openForm({ serviceWorkers: 'block' });
    clock.moveTo('2026-11-25T09:00+07:00');
    await page.clock.setFixedTime('2026-11-25T09:00+07:00');
    proxy.faultOf = failPosts('lost answer');
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    expect(await storedCount()).toBe(1);
    clock.moveTo('2026-11-27T09:00+07:00');
    await page.clock.setFixedTime('2026-11-27T09:00+07:00');
    proxy.faultOf = () => 'none';
    await page.goto(proxy.url);
    await expect.poll(() => waitingCount(page), { timeout: 15_000 }).toBe(0);
    expect(await storedCount()).toBe(1);
  });
});

describe('an answer that waits for long', () => {
  it.each([
    ['its own token', async () => openForm({ serviceWorkers: 'block' })],
    [
      'a token fetched on delivery',
      async () => {
        const page = await openForm({ serviceWorkers: 'block' });
        await page.evaluate("document.querySelector('main input[name=token]').value = ''");
        return page;
      },
    ],
  ])('keeps the week of its visit, with %s', async (_, open) => {
    clock.moveTo('2026-11-20T16:00+07:00');
    const page = await open();
    // The phone's own clock is ten days behind: only its difference is asked for.
    await page.clock.setFixedTime('2026-11-10T16:00+07:00');
    await phone.setOffline(true);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    clock.moveTo('2026-11-23T08:00+07:00');
    await page.clock.setFixedTime('2026-11-13T08:00+07:00');
    await phone.setOffline(false);
    await expect.poll(stored, { timeout: 15_000 }).toMatchObject([{ week: '2026-W47', flags: ['late'] }]);
  });

  it('is given up after eight days', async () => {
    const page = await openForm({ serviceWorkers: 'block' });
    await page.clock.setFixedTime(morning);
    await phone.setOffline(true);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    // A try that was begun this morning would end eight days later.
    await expect.poll(() => page.evaluate('navigator.locks.query().then(({ held }) => held.length)')).toBe(0);
    clock.moveTo('2026-11-26T09:01+07:00');
    await page.clock.setFixedTime('2026-11-26T09:01+07:00');
    await phone.setOffline(false);
    await expect.poll(() => waitingCount(page), { timeout: 15_000 }).toBe(0);
    expect(posts()).toEqual([]);
    expect(await storedCount()).toBe(0);
  });

  it('is given up when its desk takes no more answers', async () => {
    const page = await openOffline();
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await replaceDesk(service.table, { ...desk, status: 'retired' });
    clock.pass(2);
    await phone.setOffline(false);
    await expect.poll(() => waitingCount(page), { timeout: 15_000 }).toBe(0);
    expect(await storedCount()).toBe(0);
  });
});

describe('where something is missing the plain form works', () => {
  const withoutIndexedDb = "Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined })";
  const withFailingIndexedDb =
    "indexedDB.open = () => { throw new DOMException('The user denied permission', 'SecurityError'); }";
  const withoutWorker = 'delete Navigator.prototype.serviceWorker';
  const withoutLocks = 'delete Navigator.prototype.locks';

  const openWith = async (script: string): Promise<Page> => {
    phone = await newPhone(browser, { serviceWorkers: 'block' });
    await phone.addInitScript(script);
    const page = await phone.newPage();
    await page.goto(address());
    return page;
  };

  const answers = async (page: Page): Promise<void> => {
    await tapRating(page, 4);
    await thanksSign(page).waitFor();
    expect(await stored()).toMatchObject([{ overall: 4 }]);
  };

  it.each([
    ['IndexedDB', withoutIndexedDb],
    ['permission for IndexedDB', withFailingIndexedDb],
    ['fetch', 'delete globalThis.fetch'],
  ])('without %s', async (_, script) => {
    await answers(await openWith(script));
  });

  it('without our script', async () => {
    phone = await newPhone(browser);
    await phone.route('**/assets/**', (route) => route.abort());
    const page = await phone.newPage();
    await page.goto(address());
    await answers(page);
  });

  it('when the database fails only after the tap', async () => {
    const page = await openWith('');
    await scriptReady(page);
    await page.evaluate("IDBDatabase.prototype.transaction = () => { throw new DOMException('full'); }");
    proxy.faultOf = () => ({ status: 503 });
    const refused = page.waitForResponse((response) => response.request().isNavigationRequest());
    await tapRating(page, 4);
    expect((await refused).status()).toBe(503);
    expect((await refused).request().postData()).toContain('overall=4');
  });

  it.each([
    ['a service worker', withoutWorker],
    ['a lock manager', withoutLocks],
  ])('and without %s an answer is kept and delivered all the same', async (_, script) => {
    const page = await openWith(script);
    await scriptReady(page);
    await phone.setOffline(true);
    await tapRating(page, 5);
    await keptSign(page).waitFor();
    await phone.setOffline(false);
    await thanksSign(page).waitFor();
    expect(await storedCount()).toBe(1);
  });
});

describe('the service worker', () => {
  it('shows the kept form when the network is slow or the service in trouble, and its answers count', async () => {
    const page = await openForm();
    await formKept(page);
    proxy.faultOf = ({ method }) => (method === 'GET' ? { status: 503 } : 'none');
    await page.reload();
    await scriptReady(page);
    expect(await heading(page)).toBe(texts.survey.question);
    proxy.faultOf = () => 'hang';
    await page.reload();
    await scriptReady(page);
    expect(await heading(page)).toBe(texts.survey.question);
    proxy.faultOf = () => 'none';
    await tapRating(page, 5);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });

  it('shows the page of a captive portal as it is, and keeps the form for later', async () => {
    const page = await openForm();
    await formKept(page);
    proxy.faultOf = () => 'captive portal';
    await page.reload();
    expect(await heading(page)).toBe('Xin đăng nhập wifi');
    await phone.setOffline(true);
    await page.goto(address());
    expect(await heading(page)).toBe(texts.survey.question);
  });

  it('keeps forms without token, scripts and nothing that was answered or measured', async () => {
    const page = await openForm();
    await formKept(page);
    await page.reload();
    await scriptReady(page);
    await tapRating(page, 5);
    await thanksSign(page).waitFor();
    await page.goto(`${proxy.url}/c/${desk.commune.code}`);
    const kept: unknown = await page.evaluate(`(async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const requests = await cache.keys();
      const texts = await Promise.all(requests.map(async (request) => (await cache.match(request)).text()));
      return requests.map((request, i) => [new URL(request.url).pathname, /<input[^>]*name="token" value="[^"]/.test(texts[i])]);
    })()`);
    expect(kept).toEqual(
      expect.arrayContaining([
        [`/d/${desk.code}`, false],
        [expect.stringMatching(/^\/assets\/form/), false],
      ]),
    );
    expect(JSON.stringify(kept)).not.toMatch(/\/c\/|details|dashboard|true/);
  });

  it('delivers when the browser wakes it up and no page of ours is open', async () => {
    const page = await openOffline();
    await tapRating(page, 5);
    await keptSign(page).waitFor();
    await page.goto('about:blank');
    const devtools = await phone.newCDPSession(page);
    const registration = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(proxy.url));
        if (ours) resolve(ours.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registration;
    await phone.setOffline(false);
    await devtools.send('ServiceWorker.dispatchSyncEvent', {
      origin: proxy.url,
      registrationId,
      tag: 'outbox',
      lastChance: false,
    });
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });
});

describe('a citizen’s pages', () => {
  it('set no cookie, and ask no other host', async () => {
    const page = await openForm();
    await tapRating(page, 5);
    await thanksSign(page).waitFor();
    expect(await phone.cookies()).toEqual([]);
  });
});
