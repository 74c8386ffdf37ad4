import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../functions/domain/desk.ts';
import type { Rating } from '../functions/domain/questionnaire.ts';
import { openLog } from '../functions/log.ts';
import { deskStore } from '../functions/store/desk-store.ts';
import { unitStore } from '../functions/store/unit-store.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { nightlyStores, nightWith } from './support/aggregation.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from './support/browser.ts';
import { TestClock } from './support/clock.ts';
import { type RunningService, runService } from './support/local-service.ts';
import { decodeQr } from './support/qr.ts';
import { deskOf, hanoi } from './support/sample-units.ts';
import { targetsSmallerThan44 } from './support/small-targets.ts';

const words: Record<Rating, string> = {
  5: 'Rất hài lòng',
  4: 'Hài lòng',
  3: 'Bình thường',
  2: 'Không hài lòng',
  1: 'Rất không hài lòng',
};

/** Enough for the public, together with the five that are tapped: 35 answers, 31 of them satisfied. */
const others: readonly Rating[] = [...Array.from({ length: 25 }, (): Rating => 5), 4, 4, 4, 4, 3];

/** Ten-minute buckets hold four answers of a desk before they look like a burst. */
const minutesApart = 11;

const clock = new TestClock('2026-11-16T07:30+07:00');
let browser: Browser;
let service: RunningService;
let stop: () => Promise<void>;

beforeAll(async () => {
  [browser, { service, stop }] = await Promise.all([launchBrowser(), runService(clock.now)]);
  await unitStore(service.table).put(hanoi);
});

afterAll(async () => {
  await browser.close();
  await stop();
});

const aggregate = () => nightWith({ ...nightlyStores(service.table), log: openLog('test'), now: clock.now });

/** Answers as a phone without a screen would: fetch the form, send its token back. */
const answer = async (desk: Desk, overall: Rating): Promise<void> => {
  const address = `${service.publicOrigin}/d/${desk.code}`;
  const token = /name="token" value="([^"]+)"/.exec(await (await fetch(address)).text())?.[1] ?? '';
  clock.pass(minutesApart);
  const body = new URLSearchParams({ overall: String(overall), token });
  expect((await fetch(address, { method: 'POST', body })).status).toBe(200);
};

const readQr = async (page: Page, name: string): Promise<string | undefined> => {
  await page.emulateMedia({ media: 'print' });
  const picture = await screenshot(page, name);
  await page.emulateMedia({ media: 'screen' });
  return decodeQr(picture);
};

const tap = (page: Page, rating: Rating) =>
  page.locator(`form button[name=overall][value="${rating}"]`).first().click();

const addDetails = async (page: Page): Promise<void> => {
  await page.locator('summary').last().click();
  await page.locator('input[name=waiting][value="2"]').check();
  await page.locator('input[name=attitude][value="na"]').check();
  await page.locator('input[name=timeliness][value=on_time]').check();
  await page.locator('textarea[name=comment]').fill('Chờ hơi lâu, xin gọi lại số 0912 345 678.');
  await page.locator('form:has(textarea) button.main').click();
};

describe.each([
  { name: 'a phone', size: phone, javaScript: true, commune: hanoi.communes[0], number: 1 },
  {
    name: 'a phone without JavaScript',
    size: phone,
    javaScript: false,
    commune: hanoi.communes[1],
    number: 2,
  },
  { name: 'a computer', size: desktop, javaScript: true, commune: hanoi.communes[2], number: 3 },
])('from the QR code to the weekly measure, on $name', ({ name, size, javaScript, commune, number }) => {
  if (!commune) throw new Error('no commune');
  const desk = deskOf(commune, number);
  const picture = (what: string) => `journey-${name.replaceAll(' ', '-')}-${what}`;

  const check = async (page: Page): Promise<void> => {
    if (javaScript) await expectNoViolations(page);
    expect(await targetsSmallerThan44(page)).toEqual([]);
  };

  it('ratings tapped at the desk stand on the commune page once the week has ended', async () => {
    clock.moveTo('2026-11-16T07:30+07:00');
    await deskStore(service.table).add(desk);

    const poster = await newPage(browser, { ...size, javaScript });
    await poster.goto(`${service.publicOrigin}/d/${desk.code}/poster`);
    await check(poster);
    const address = await readQr(poster, picture('poster'));
    expect(address).toBe(`${service.publicOrigin}/d/${desk.code}`);

    for (const rating of [1, 2, 3, 4, 5] as const) {
      const page = await newPage(browser, { ...size, javaScript });
      await page.goto(address ?? '');
      if (rating === 1) {
        await screenshot(page, picture('form'));
        await check(page);
      }
      clock.pass(minutesApart);
      await tap(page, rating);
      expect(await page.locator('.chosen').innerText()).toContain(words[rating]);
      if (rating === 2) {
        await screenshot(page, picture('thanks'));
        await check(page);
        await addDetails(page);
        await screenshot(page, picture('details-added'));
        await check(page);
        expect(await page.locator('[role=status]').innerText()).not.toBe('');
      }
      await page.context().close();
    }
    for (const rating of others) await answer(desk, rating);

    await aggregate();
    const page = await newPage(browser, { ...size, javaScript });
    await page.goto(`${service.publicOrigin}/c/${commune.code}`);
    expect(await page.locator('main').innerText()).not.toContain('35 lượt đánh giá');
    expect(await page.locator('main').innerText()).toContain('Chưa đủ dữ liệu');

    clock.moveTo('2026-11-23T00:15+07:00');
    await aggregate();
    await page.reload();
    await screenshot(page, picture('result'));
    await check(page);
    const result = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    expect(result).toContain('35 lượt đánh giá');
    expect(result).toContain('88,6 %');
    // Wilson's interval of 31 in 35.
    expect(result).toContain('từ 74,0 % đến 95,5 %');
    await page.context().close();
  });
});
