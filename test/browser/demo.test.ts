import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../../functions/domain/desk.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { demoProvince } from '../../infra/local/demo/demo.ts';
import { launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { TestClock } from '../support/clock.ts';
import { type RunningService, runService } from '../support/local-service.ts';

const clock = new TestClock('2026-11-23T08:00+07:00');
let browser: Browser;
let service: RunningService;
let stop: () => Promise<void>;
let desk: Desk;

beforeAll(async () => {
  [browser, { service, stop }] = await Promise.all([launchBrowser(), runService(clock.now, { demo: true })]);
  const [first] = await deskStore(service.table).ofProvince(demoProvince);
  if (!first) throw new Error('the sample data has no desk');
  desk = first;
});

afterAll(async () => {
  await browser.close();
  await stop();
});

const answersOfOpenWeek = async (page: Page): Promise<number> =>
  Number(/: (\d+) lượt đánh giá/.exec(await page.locator('section.open').innerText())?.[1]);

it('an answer is counted in the open week as soon as the link of the demonstration is followed', async () => {
  const page = await newPage(browser, { ...phone, javaScript: false });
  await page.goto(`${service.publicOrigin}/c/${desk.commune.code}`);
  const before = await answersOfOpenWeek(page);

  await page.goto(`${service.publicOrigin}/d/${desk.code}`);
  clock.pass(1);
  await page.locator('button[name=overall][value="5"]').first().click();
  await page.getByRole('link', { name: 'Xem kết quả' }).click();
  expect(await answersOfOpenWeek(page)).toBe(before);
  await page.getByRole('link', { name: 'Tổng hợp ngay' }).click();
  await screenshot(page, 'demo-open-week');
  expect(await answersOfOpenWeek(page)).toBe(before + 1);
});

it.each([
  '/',
  '/d/CODE',
  '/d/CODE/poster',
  '/privacy',
  `/c/18073`,
  `/p/${demoProvince}`,
  '/d/ZZZZZZZZ',
  '/none',
])('with sample data %s says so', async (path) => {
  const answer = await fetch(`${service.publicOrigin}${path.replace('CODE', desk.code)}`);
  expect(await answer.text()).toContain('Dữ liệu mẫu');
});

it('sample data shows every kind of commune: with a result and without enough answers', async () => {
  const text = await (await fetch(`${service.publicOrigin}/p/${demoProvince}`)).text();
  expect(text.match(/Chưa đủ dữ liệu/g)?.length).toBeGreaterThan(0);
  expect(text.match(/\d,\d\u00a0%/g)?.length).toBeGreaterThan(100);
});
