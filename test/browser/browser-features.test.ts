import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { formKept, scriptReady, tapRating } from '../support/phone.ts';
import { heading, keptSign, phoneVisits, thanksSign } from '../support/phone-visits.ts';

const visit = phoneVisits();
const { address, openForm, openOffline, stored, storedCount } = visit;

describe('where something is missing the plain form works', () => {
  const withoutIndexedDb = "Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined })";
  const withFailingIndexedDb =
    "indexedDB.open = () => { throw new DOMException('The user denied permission', 'SecurityError'); }";
  const withoutWorker = 'delete Navigator.prototype.serviceWorker';
  const withoutLocks = 'delete Navigator.prototype.locks';

  const openWith = async (script: string): Promise<Page> => {
    await visit.usePhone({ serviceWorkers: 'block' });
    await visit.phone.addInitScript(script);
    const page = await visit.phone.newPage();
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
    await visit.usePhone();
    await visit.phone.route('**/assets/**', (route) => route.abort());
    const page = await visit.phone.newPage();
    await page.goto(address());
    await answers(page);
  });

  it('when the database fails only after the tap', async () => {
    const page = await openWith('');
    await scriptReady(page);
    await page.evaluate("IDBDatabase.prototype.transaction = () => { throw new DOMException('full'); }");
    visit.proxy.faultOf = () => ({ status: 503 });
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
    await visit.phone.setOffline(true);
    await tapRating(page, 5);
    await keptSign(page).waitFor();
    await visit.phone.setOffline(false);
    await thanksSign(page).waitFor();
    expect(await storedCount()).toBe(1);
  });
});

describe('the service worker', () => {
  it('shows the kept form when the network is slow or the service in trouble, and its answers count', async () => {
    const page = await openForm();
    await formKept(page);
    visit.proxy.faultOf = ({ method }) => (method === 'GET' ? { status: 503 } : 'none');
    await page.reload();
    await scriptReady(page);
    expect(await heading(page)).toBe(texts.survey.question);
    visit.proxy.faultOf = () => 'hang';
    await page.reload();
    await scriptReady(page);
    expect(await heading(page)).toBe(texts.survey.question);
    visit.proxy.faultOf = () => 'none';
    await tapRating(page, 5);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });

  it('shows the page of a captive portal as it is, and keeps the form for later', async () => {
    const page = await openForm();
    await formKept(page);
    visit.proxy.faultOf = () => 'captive portal';
    await page.reload();
    expect(await heading(page)).toBe('Xin đăng nhập wifi');
    await visit.phone.setOffline(true);
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
    await page.goto(`${visit.proxy.url}/c/${visit.desk.commune.code}`);
    const kept: unknown = await page.evaluate(`(async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const requests = await cache.keys();
      const texts = await Promise.all(requests.map(async (request) => (await cache.match(request)).text()));
      return requests.map((request, i) => [new URL(request.url).pathname, /<input[^>]*name="token" value="[^"]/.test(texts[i])]);
    })()`);
    expect(kept).toEqual(
      expect.arrayContaining([
        [`/d/${visit.desk.code}`, false],
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
    const devtools = await visit.phone.newCDPSession(page);
    const registration = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(visit.proxy.url));
        if (ours) resolve(ours.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registration;
    await visit.phone.setOffline(false);
    await devtools.send('ServiceWorker.dispatchSyncEvent', {
      origin: visit.proxy.url,
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
    expect(await visit.phone.cookies()).toEqual([]);
  });
});
