import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumLaunch } from './chromium.ts';

/** A cheap phone, and the computer of a chief. CSS pixels. */
export const phone = { width: 360, height: 640 };
export const desktop = { width: 1280, height: 800 };

interface PageOptions {
  width: number;
  height: number;
  javaScript?: boolean;
  locale?: string;
}

const screenshots = fileURLToPath(new URL('../../dist/screenshots', import.meta.url));

/** One per test file; close it in `afterAll`. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(chromiumLaunch());

/** A page with cookies, cache and storage of its own, as on a phone that has never been here. */
export const newPage = async (
  browser: Browser,
  { width, height, javaScript = true, locale = 'vi-VN' }: PageOptions,
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: javaScript,
    locale,
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  return context.newPage();
};

/** Saves the whole page as dist/screenshots/NAME.png, for people to look at, and returns the picture. */
export const screenshot = (page: Page, name: string, { fullPage = true } = {}): Promise<Buffer> =>
  page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
