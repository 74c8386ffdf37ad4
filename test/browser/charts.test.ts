import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { expectUsableUnfolded } from '../support/usable.ts';
import { chartsDocument, sampleCharts } from '../web/chart-samples.tsx';
import { render } from '../web/samples.tsx';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const charts = async (size: { width: number; height: number }): Promise<Page> => {
  const page = await newPage(browser, size);
  await page.setContent(await render(chartsDocument(Object.values(sampleCharts))));
  return page;
};

const smallPhone = { width: 320, height: 640 };

describe.each([
  { device: 'small-phone', size: smallPhone },
  { device: 'phone', size: phone },
  { device: 'computer', size: desktop },
])('charts on a $device', ({ device, size }) => {
  it('are accessible and fit', async () => {
    const page = await charts(size);
    await screenshot(page, `charts-${device}`);
    await expectUsableUnfolded(page);
    await page.context().close();
  });

  it('have text of ten pixels at least', async () => {
    const page = await charts(size);
    const smallest = `Math.min(...[...document.querySelectorAll('.chart > svg text')].map((text) =>
      parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))`;
    expect(await page.evaluate(smallest)).toBeGreaterThanOrEqual(10);
    await page.context().close();
  });
});

it('a point of the funnel shows its name when the keyboard reaches it', async () => {
  const page = await charts(desktop);
  const point = page.locator('.point:not(.named)').first();
  const name = point.locator('.name');
  expect(await name.isVisible()).toBe(false);
  await point.focus();
  expect(await name.isVisible()).toBe(true);
  await page.context().close();
});
