import { describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { screenshot } from '../support/browser.ts';
import type { Fault } from '../support/fault-proxy.ts';
import { scriptReady, tapRating, waitingCount } from '../support/phone.ts';
import { failPosts, keptSign, morning, phoneVisits, thanksSign } from '../support/phone-visits.ts';
import { replaceDesk } from '../support/replaced-desk.ts';

const visit = phoneVisits();
const { address, clock, openForm, openOffline, posts, stored, storedCount } = visit;

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
    visit.proxy.faultOf = failPosts(fault);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    // The first try of the outbox comes at once, the next one after some seconds.
    await expect.poll(() => posts().length).toBeGreaterThan(1);
    expect(await storedCount()).toBe(0);
    visit.proxy.faultOf = () => 'none';
    await page.clock.runFor(15_000);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
    await thanksSign(page).waitFor();
  });

  it('is not taken for it: no answer for ten seconds', async () => {
    const page = await openForm();
    await page.clock.install();
    visit.proxy.faultOf = failPosts('hang');
    await tapRating(page, 4);
    await page.locator('.sending').waitFor();
    await screenshot(page, 'outbox-sending', { fullPage: false });
    await page.clock.runFor(9_500);
    expect(await keptSign(page).count()).toBe(0);
    await page.clock.runFor(600);
    await keptSign(page).waitFor();
    visit.proxy.faultOf = () => 'none';
    await page.clock.runFor(30_000);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });

  it('waits as long as the service asks for', async () => {
    const page = await openForm();
    await page.clock.install();
    visit.proxy.faultOf = failPosts({ status: 429, retryAfter: '120' });
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await expect.poll(() => posts().length).toBe(2);
    visit.proxy.faultOf = () => 'none';
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
    visit.proxy.faultOf = ({ method }) => {
      if (method !== 'POST' || lost === 10) return 'none';
      lost += 1;
      return 'lost answer';
    };
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await visit.phone.setOffline(false);
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
    await visit.usePhone({ serviceWorkers: 'block' });
    await visit.phone.addInitScript(script);
    const pages = [await visit.phone.newPage(), await visit.phone.newPage()];
    for (const page of pages) {
      await page.goto(address());
      await scriptReady(page);
      await page.evaluate("document.querySelector('main input[name=token]').value = ''");
    }
    await visit.phone.setOffline(true);
    for (const page of pages) {
      await tapRating(page, 4);
      await keptSign(page).waitFor();
    }
    await visit.phone.setOffline(false);
    await expect.poll(async () => Promise.all(pages.map(waitingCount)), { timeout: 15_000 }).toEqual([0, 0]);
    expect(await storedCount()).toBe(2);
    expect(posts()).toHaveLength(2);
  });

  it('what is added after an answer was lost on its way back is not lost with it', async () => {
    const page = await openForm();
    await page.clock.install();
    visit.proxy.faultOf = failPosts('lost answer');
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await page.locator('summary').last().click();
    await page.locator('input[name=attitude][value="1"]').check();
    await page.locator('form button.main').click();
    await page.locator('[role=status]', { hasText: texts.outbox.added }).waitFor();
    visit.proxy.faultOf = () => 'none';
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
    await visit.phone.setOffline(true);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    clock.moveTo('2026-11-27T09:00+07:00');
    await page.clock.setFixedTime('2026-11-27T09:00+07:00');
    await visit.phone.setOffline(false);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
    expect(posts().map(({ fields }) => fields['week'])).toEqual(['2026-W47', '2026-W48']);
    expect(await stored()).toMatchObject([{ week: '2026-W48', flags: ['late'] }]);
  });

  it('an answer that may be stored under a token that is too old now is given up rather than counted twice', async () => {
    const page = await openForm({ serviceWorkers: 'block' });
    clock.moveTo('2026-11-25T09:00+07:00');
    await page.clock.setFixedTime('2026-11-25T09:00+07:00');
    visit.proxy.faultOf = failPosts('lost answer');
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    expect(await storedCount()).toBe(1);
    clock.moveTo('2026-11-27T09:00+07:00');
    await page.clock.setFixedTime('2026-11-27T09:00+07:00');
    visit.proxy.faultOf = () => 'none';
    await page.goto(visit.proxy.url);
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
    await visit.phone.setOffline(true);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    clock.moveTo('2026-11-23T08:00+07:00');
    await page.clock.setFixedTime('2026-11-13T08:00+07:00');
    await visit.phone.setOffline(false);
    await expect.poll(stored, { timeout: 15_000 }).toMatchObject([{ week: '2026-W47', flags: ['late'] }]);
  });

  it('is given up after eight days', async () => {
    const page = await openForm({ serviceWorkers: 'block' });
    await page.clock.setFixedTime(morning);
    await visit.phone.setOffline(true);
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    // A try that was begun this morning would end eight days later.
    await expect.poll(() => page.evaluate('navigator.locks.query().then(({ held }) => held.length)')).toBe(0);
    clock.moveTo('2026-11-26T09:01+07:00');
    await page.clock.setFixedTime('2026-11-26T09:01+07:00');
    await visit.phone.setOffline(false);
    await expect.poll(() => waitingCount(page), { timeout: 15_000 }).toBe(0);
    expect(posts()).toEqual([]);
    expect(await storedCount()).toBe(0);
  });

  it('is given up when its desk takes no more answers', async () => {
    const page = await openOffline();
    await tapRating(page, 4);
    await keptSign(page).waitFor();
    await replaceDesk(visit.table, { ...visit.desk, status: 'retired' });
    clock.pass(2);
    await visit.phone.setOffline(false);
    await expect.poll(() => waitingCount(page), { timeout: 15_000 }).toBe(0);
    expect(await storedCount()).toBe(0);
  });
});
