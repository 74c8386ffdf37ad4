import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaffScripts } from '../../functions/dashboard/browser-scripts.ts';
import { bundleDirectory } from '../../infra/bundles.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { fillProvince, largeProvince } from '../support/province-weeks.ts';
import { present, week } from '../support/samples.ts';
import { serveStaff } from '../support/staff-server.ts';
import { expectUsableUnfolded } from '../support/usable.ts';

let browser: Browser;
let service: DashboardService;
let server: Awaited<ReturnType<typeof serveStaff>>;

/** As large as the largest; some do worse, some hardly anybody rates, some have no desk yet. */
const province = largeProvince(168);
const [worst, silent] = [present(province.communes[3]), present(province.communes[10])];

beforeAll(async () => {
  [browser, service] = await Promise.all([
    launchBrowser(),
    dashboardService({
      wrap: (deps) => ({
        ...deps,
        scripts: readStaffScripts(new URL(`file://${bundleDirectory('dashboard')}/browser/`)),
      }),
    }),
  ]);
  await fillProvince(service.table, province, {
    last: week('2026-W47'),
    count: 14,
    visitsOf: ({ code }, answers) => (Number(code) % 5 === 0 ? undefined : Math.round(answers * 2.2)),
    characterOf: ({ code }, character) => {
      if (code === worst.code) return { ...character, satisfied: 0.86, answers: 30 };
      if (code === silent.code) return undefined;
      return Number(code) % 12 === 0 ? { ...character, answers: 0.6 } : character;
    },
  });
  server = await serveStaff(service);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const path = `/dashboard/province/${province.code}`;

const open = async (
  at: string,
  { who = 'reader', ...options }: Parameters<typeof newPage>[1] & { who?: keyof typeof grants },
): Promise<Page> => {
  service.signIn(accountWith(grants[who]));
  const page = await newPage(browser, options);
  await page.goto(`${server.origin}${at}`);
  return page;
};

const shownNames = (page: Page): Promise<string[]> =>
  page.locator('#list tbody tr:visible th').allInnerTexts();

/** Every state of the page, and who looks at it. */
const states: Record<string, [query: string, who?: keyof typeof grants]> = {
  'a week': ['?week=2026-W47'],
  'wards sorted by rate': ['?week=2026-W47&kind=phuong&sort=rate#communes'],
  'a low response rate': ['?week=2026-W47&response=low#communes'],
  'nothing found': ['?week=2026-W47&q=kh%C3%B4ng+c%C3%B3#communes'],
  'before the first answers': ['?week=2026-W20'],
  'the open week': ['?week=2026-W48&kind=phuong', 'operator'],
  'a week that has not begun': ['?week=2027-W10'],
  'a province of others': ['', 'otherAdmin'],
};

describe.each([
  { device: 'phone', size: phone },
  { device: 'computer', size: desktop },
])('a province of 168 communes on a $device', ({ device, size }) => {
  // What is filtered is laid out as on a computer, only longer.
  const shown = Object.entries(states).filter(([, [query]]) => size === desktop || !query.includes('&'));
  it.each(shown)('%s: accessible, large targets, no overflow', async (name, [query, who = 'reader']) => {
    const page = await open(`${path}${query}`, { ...size, who });
    await screenshot(page, `province-${device}-${name.replaceAll(' ', '-')}`);
    await expectUsableUnfolded(page);
    await page.context().close();
  });

  it('finds a commune by a name typed without its marks', async () => {
    const page = await open(path, size);
    const { name } = worst;
    await page
      .getByLabel('Tìm')
      .fill(name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'd').toLowerCase());
    const names = await shownNames(page);
    expect(names).toContain(`${worst.kind} ${name}`);
    expect(names.length).toBeLessThan(10);
    await page.context().close();
  });

  it('finds the same without script, by asking the server', async () => {
    const typed = worst.name;
    const [scripted, plain] = await Promise.all([
      open(path, size),
      open(path, { ...size, javaScript: false }),
    ]);
    await scripted.getByLabel('Tìm').fill(typed);
    await plain.getByLabel('Tìm').fill(typed);
    await plain.locator('form.filter button[type=submit]').click();
    await plain.waitForURL(/q=/);
    expect(await shownNames(plain)).toEqual(await shownNames(scripted));
    await Promise.all([scripted, plain].map((page) => page.context().close()));
  });

  it('reads the same without script', async () => {
    const [scripted, plain] = await Promise.all([
      open(path, size),
      open(path, { ...size, javaScript: false }),
    ]);
    expect(await plain.locator('main').innerText()).toBe(await scripted.locator('main').innerText());
    await Promise.all([scripted, plain].map((page) => page.context().close()));
  });
});

describe('the funnel', () => {
  it('names a commune when the pointer or the keyboard is on its point', async () => {
    const page = await open(path, desktop);
    const point = page.locator('#funnel .point:not(.named), figure .point:not(.named)').first();
    const name = point.locator('text.name');
    expect(await name.isVisible()).toBe(false);
    await point.focus();
    expect(await name.isVisible()).toBe(true);
    await page.context().close();
  });

  it('tells those outside the limits by a shape of their own, not by colour alone', async () => {
    const page = await open(path, desktop);
    const shapeOf = (marks: string) => page.locator(marks).first().getAttribute('d');
    expect(await shapeOf('.point.named .mark')).not.toBe(await shapeOf('.point:not(.named) .mark'));
    await page.context().close();
  });
});

it('leads from a commune in a list to its week', async () => {
  const page = await open(`${path}?week=2026-W47`, desktop);
  await page.locator('.band.below a').first().click();
  await page.waitForURL(/\/dashboard\/commune\/\d{5}\?week=2026-W47$/);
  await page.context().close();
});

it('prints on pages of A4, with the bands and the list and without its form', async () => {
  const page = await open(`${path}?week=2026-W47`, desktop);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  const { text } = await extractText(pdf, { mergePages: true });
  const words = text.replaceAll(/\s+/g, ' ').normalize('NFC');
  expect([width, height].map(Math.round).toSorted((a, b) => a - b)).toEqual([595, 842]);
  expect(words).toContain('Công an tỉnh Hà Tĩnh');
  expect(words).toContain(worst.name);
  expect(words).not.toMatch(/Đăng xuất|Tìm theo tên/);
  await page.emulateMedia({ media: 'print' });
  await screenshot(page, 'province-print');
  await page.context().close();
});
