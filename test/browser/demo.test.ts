import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyProvince } from '../../functions/aggregate/verify-province.ts';
import type { Desk } from '../../functions/domain/desk.ts';
import { addWeeks, weekOf } from '../../functions/domain/iso-week.ts';
import { historyOf } from '../../functions/domain/measure/history.ts';
import { timelineFor } from '../../functions/domain/measure/shown-commune.ts';
import { showControlChart } from '../../functions/domain/measure/shown-control-chart.ts';
import { defaultRetention } from '../../functions/domain/retention.ts';
import { readPromises } from '../../functions/measures/read-promises.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { demoProvince } from '../../infra/local/demo/demo.ts';
import { keptPromise } from '../../infra/local/demo/sample-promises.ts';
import { launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { TestClock } from '../support/clock.ts';
import { type RunningService, runService } from '../support/local-service.ts';
import { collected, present } from '../support/samples.ts';

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

const lastEnded = addWeeks(weekOf(clock.now()), -1);

it('sample data shows everybody a promise that was kept', async () => {
  const text = await (await fetch(`${service.publicOrigin}/c/${keptPromise.commune}`)).text();
  expect(text).toContain('Ông/Bà góp ý – chúng tôi đã làm');
  expect(text).toContain('Đặt thêm ghế chờ và quạt');
});

it('sample data shows a chief that the criterion got better after the promise was kept', async () => {
  const stores = { promises: promiseStore(service.table), tallies: tallyStore(service.table) };
  const commune = present(await unitStore(service.table).commune(keptPromise.commune));
  const made = await readPromises(stores, { commune, audience: 'commune', at: lastEnded });
  const kept = present(made.find(({ promise }) => promise.doneOn));
  expect(kept.effect.trend).toBe('better');
});

it('sample data fills the control chart of a chief', async () => {
  const tallies = await tallyStore(service.table).ofCommune(keptPromise.commune, lastEnded);
  const history = historyOf(keptPromise.commune, tallies, lastEnded);
  const chart = showControlChart('commune', timelineFor('commune', history, lastEnded));
  expect(chart?.points).toHaveLength(26);
});

it('sample data has visits for every week that a commune has answers of', async () => {
  const commune = present(await unitStore(service.table).commune(keptPromise.commune));
  const visits = await visitsStore(service.table).ofCommune(commune, addWeeks(lastEnded, -25), lastEnded);
  expect(visits.size).toBe(26);
});

it('the tallies of sample data are those that its answers give', async () => {
  const { table } = service;
  const stores = { responses: responseStore(table), tallies: tallyStore(table) };
  const province = present(await unitStore(table).province(demoProvince));
  const circumstances = { now: clock.now(), retention: defaultRetention };
  const weeks = await collected(verifyProvince(stores, province, circumstances));
  expect(weeks.flatMap(({ differences }) => differences)).toEqual([]);
});

it('a sheet of kept promises that is printed from sample data says so', async () => {
  const page = await newPage(browser, phone);
  await page.goto(`${service.publicOrigin}/dashboard/commune/${keptPromise.commune}/promises/print`);
  await page.getByRole('button', { name: 'Lê Quang Cường' }).click();
  await page.locator('.sheet').waitFor();
  await page.emulateMedia({ media: 'print' });
  await screenshot(page, 'demo-promise-sheet');
  expect(await page.locator('.demo').isVisible()).toBe(true);
});
