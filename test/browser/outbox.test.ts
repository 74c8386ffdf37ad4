import { describe, expect, it } from 'vitest';
import { vi as texts } from '../../web/texts/vi.ts';
import { expectNoViolations } from '../support/accessibility.ts';
import { screenshot } from '../support/browser.ts';
import { formKept, pageKept, scriptReady, tapRating, waitingCount } from '../support/phone.ts';
import { heading, keptSign, phoneVisits, thanksSign } from '../support/phone-visits.ts';
import { targetsSmallerThan44 } from '../support/small-targets.ts';

const visit = phoneVisits();
const { address, clock, openForm, openOffline, posts, stored, storedCount } = visit;

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
    await page.goto(`${visit.proxy.url}/privacy`);
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
    await page.goto(`${visit.proxy.url}/privacy`);
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
    await visit.usePhone();
    const page = await visit.phone.newPage();
    const devtools = await visit.phone.newCDPSession(page);
    await devtools.send('Network.enable');
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(address());
    await formKept(page);
    const worker = await fetch(`${visit.proxy.url}/sw.js`, { headers: { 'accept-encoding': 'gzip' } });
    await worker.arrayBuffer();
    expect(visit.proxy.seen.filter(({ path }) => path !== '/sw.js').map(({ path }) => path)).toEqual([
      `/d/${visit.desk.code}`,
      expect.stringMatching(/^\/assets\/form\.\w+\.js$/),
    ]);
    expect(bytes).toBeLessThan(16 * 1024);
  });
});

describe('without a network', () => {
  it('an answer is kept, honestly said, and delivered once when the network is back', async () => {
    const page = await openForm();
    await visit.phone.setOffline(true);
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

    await visit.phone.setOffline(false);
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

    await visit.phone.setOffline(false);
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

    await visit.phone.setOffline(false);
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
    await visit.phone.setOffline(false);
    await expect.poll(stored, { timeout: 15_000 }).toMatchObject([{ overall: 3, edition: 1 }]);
  });

  it('details for a stored rating are kept too, and sent with its token', async () => {
    const page = await openForm();
    await tapRating(page, 4);
    await thanksSign(page).waitFor();
    await visit.phone.setOffline(true);
    await page.locator('summary').last().click();
    await page.locator('input[name=waiting][value="2"]').check();
    await page.locator('form button.main').click();
    await page.locator('[role=status]', { hasText: texts.outbox.detailsKept }).waitFor();
    await screenshot(page, 'outbox-details-of-a-stored-rating');
    await visit.phone.setOffline(false);
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
    visit.proxy.faultOf = () => 'lost request';
    await visit.phone.setOffline(false);
    expect(await storedCount()).toBe(0);
    visit.proxy.faultOf = () => 'none';
    const next = await visit.phone.newPage();
    await next.goto(visit.proxy.url);
    await expect.poll(storedCount, { timeout: 15_000 }).toBe(1);
  });

  it('the privacy page opens, once two forms have been opened', async () => {
    const page = await openForm();
    await formKept(page);
    await page.reload();
    await pageKept(page, '/privacy');
    await visit.phone.setOffline(true);
    await page.goto(`${visit.proxy.url}/privacy`);
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
