import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { weekOf } from '../../functions/domain/iso-week.ts';
import { unclosedWeeks } from '../../functions/domain/week-life.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { seededRandom } from '../../infra/simulation/random.ts';
import { characterOf, sampleResponse } from '../../infra/simulation/sample-responses.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { TestClock } from '../support/clock.ts';
import { type RunningService, runService } from '../support/local-service.ts';
import { deskOf, hanoi, longNamed } from '../support/sample-units.ts';
import { expectUsable } from '../support/usable.ts';

const clock = new TestClock('2026-11-18T09:00+07:00');
const desk = deskOf(longNamed, 1, 'Bàn tiếp nhận và trả kết quả thủ tục cư trú, căn cước');
const retired = { ...deskOf(longNamed, 2), status: 'retired' as const };
let browser: Browser;
let service: RunningService;
let stop: () => Promise<void>;

/** Sixty answers in the week, so that the public pages have something to show a week later. */
const fill = async (): Promise<void> => {
  const random = seededRandom(7);
  const character = characterOf(random);
  const week = weekOf(clock.now());
  await responseStore(service.table).addAll(
    Array.from({ length: 60 }, () => sampleResponse(random, { desk, week, character })),
  );
  const stores = { responses: responseStore(service.table), tallies: tallyStore(service.table) };
  clock.moveTo('2026-11-25T09:00+07:00');
  await aggregateProvince(stores, hanoi, { weeks: unclosedWeeks(clock.now()), now: clock.now() });
};

beforeAll(async () => {
  [browser, { service, stop }] = await Promise.all([launchBrowser(), runService(clock.now)]);
  await unitStore(service.table).put(hanoi);
  await deskStore(service.table).add(desk);
  await deskStore(service.table).add(retired);
  await fill();
});

afterAll(async () => {
  await browser.close();
  await stop();
});

const rate = async (page: Page): Promise<void> => {
  clock.pass(11);
  await page.locator('button[name=overall][value="2"]').first().click();
  await page.locator('.chosen').waitFor();
};

const rated = async (page: Page): Promise<void> => {
  await page.goto(`${service.publicOrigin}/d/${desk.code}`);
  await rate(page);
};

/** Every page and state that a citizen can see, and the way there. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  home: (page) => page.goto(`${service.publicOrigin}/`),
  'home with whose desk it is': (page) => page.goto(`${service.publicOrigin}/?code=${desk.code}`),
  'home with a mistyped code': (page) => page.goto(`${service.publicOrigin}/?code=7KQ2M9XA`),
  'home with the code of a retired desk': (page) =>
    page.goto(`${service.publicOrigin}/?code=${retired.code}`),
  form: (page) => page.goto(`${service.publicOrigin}/d/${desk.code}`),
  'form with a problem': async (page) => {
    await page.goto(`${service.publicOrigin}/d/${desk.code}`);
    await page.evaluate(`document.querySelector('button[name=overall]').value = '9'`);
    await page.locator('button[name=overall][value="9"]').click();
    await page.locator('[role=alert]').first().waitFor();
  },
  thanks: rated,
  'thanks with another choice open': async (page) => {
    await rated(page);
    await page.locator('summary').first().click();
  },
  'thanks with details open': async (page) => {
    await rated(page);
    await page.locator('summary').last().click();
  },
  'thanks with a comment that is too long': async (page) => {
    await rated(page);
    await page.locator('summary').last().click();
    const comment = page.locator('textarea[name=comment]');
    await page.evaluate(`document.querySelector('textarea').removeAttribute('maxlength')`);
    await comment.fill('Chờ lâu. '.repeat(60));
    await page.locator('form:has(textarea) button.main').click();
    await page.locator('.problem').first().waitFor();
  },
  'thanks for details': async (page) => {
    await rated(page);
    await page.locator('summary').last().click();
    await page.locator('input[name=outcome][value="4"]').check();
    await page.locator('form:has(textarea) button.main').click();
    await page.locator('[role=status]', { hasText: 'Phần bổ sung' }).waitFor();
  },
  'thanks, too late to change': async (page) => {
    await rated(page);
    await page.locator('summary').last().click();
    await page.locator('textarea[name=comment]').fill('Bàn viết thấp quá.');
    clock.pass(150);
    await page.locator('form:has(textarea) button.main').click();
    await page.locator('.typed').waitFor();
  },
  privacy: (page) => page.goto(`${service.publicOrigin}/privacy`),
  'results of a commune': (page) => page.goto(`${service.publicOrigin}/c/${longNamed.code}`),
  'results of a commune with too few': (page) => page.goto(`${service.publicOrigin}/c/00004`),
  'results of a province': (page) => page.goto(`${service.publicOrigin}/p/${hanoi.code}`),
  poster: (page) => page.goto(`${service.publicOrigin}/d/${desk.code}/poster`),
  'unknown desk': (page) => page.goto(`${service.publicOrigin}/d/ZZZZZZZZ`),
  'retired desk': (page) => page.goto(`${service.publicOrigin}/d/${retired.code}`),
  'no such page': (page) => page.goto(`${service.publicOrigin}/khong-co`),
};

describe.each([
  { device: 'phone', size: phone },
  { device: 'computer', size: desktop },
])('on a $device', ({ device, size }) => {
  it.each(Object.entries(states))(
    '%s: accessible, large targets, no overflow, own requests only, no cookie',
    async (name, open) => {
      const page = await newPage(browser, size);
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(service.publicOrigin) && !request.url().startsWith('data:'))
          foreign.push(request.url());
      });
      await open(page);
      await screenshot(page, `pages-${device}-${name.replaceAll(/\W+/g, '-')}`);
      await expectUsable(page);
      expect(foreign).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    },
  );
});

it('the poster prints on one A5 page', async () => {
  const page = await newPage(browser, desktop);
  await page.goto(`${service.publicOrigin}/d/${desk.code}/poster`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  // 148 × 210 mm in points, as Chromium rounds them.
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 (419|420)(\.\d+)? 59[45](\.\d+)?\]/);
  await page.context().close();
});

it.each([phone, desktop])('all five answers fit on the first screen of %o', async (size) => {
  const page = await newPage(browser, size);
  await page.goto(`${service.publicOrigin}/d/${desk.code}`);
  for (const button of await page.locator('button[name=overall]').all()) {
    const box = await button.boundingBox();
    expect((box?.y ?? size.height) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
  }
  await page.context().close();
});

it.each([phone, desktop])('the words stand beneath their faces on %o', async (size) => {
  const page = await newPage(browser, size);
  await page.goto(`${service.publicOrigin}/d/${desk.code}`);
  for (const button of await page.locator('button[name=overall]').all()) {
    const [face, words] = [
      await button.locator('svg').boundingBox(),
      await button.locator('span').boundingBox(),
    ];
    expect(words?.y ?? 0).toBeGreaterThanOrEqual((face?.y ?? size.height) + (face?.height ?? 0));
  }
  await page.context().close();
});
