import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekOf } from '../../functions/domain/iso-week.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { en } from '../../web/texts/en.ts';
import { vi } from '../../web/texts/vi.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { TestClock } from '../support/clock.ts';
import { type RunningService, runService } from '../support/local-service.ts';
import { deskOf, hanoi, longNamed } from '../support/sample-units.ts';
import { responsesOfWeek } from '../support/stored-responses.ts';
import { expectUsable } from '../support/usable.ts';

const clock = new TestClock('2026-11-18T09:00+07:00');
const desk = deskOf(longNamed, 1, 'Bàn tiếp nhận và trả kết quả thủ tục cư trú, căn cước');
let browser: Browser;
let service: RunningService;
let stop: () => Promise<void>;

beforeAll(async () => {
  [browser, { service, stop }] = await Promise.all([launchBrowser(), runService(clock.now)]);
  await unitStore(service.table).put(hanoi);
  await deskStore(service.table).add(desk);
});

afterAll(async () => {
  await browser.close();
  await stop();
});

const stored = () => responsesOfWeek(service.table, longNamed.code, weekOf(clock.now()), clock.now());

const openForm = (page: Page, query = '') => page.goto(`${service.publicOrigin}/d/${desk.code}${query}`);

const rate = async (page: Page, query = ''): Promise<void> => {
  await openForm(page, query);
  clock.pass(11);
  await page.locator('main button[name=overall][value="2"]').first().click();
  await page.locator('.chosen').waitFor();
};

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

const change = async (page: Page, to: 'vi' | 'en'): Promise<void> => {
  await page.locator('.switch').click();
  await page.locator(`html[lang=${to}]`).waitFor();
};

const comment = 'Chờ lâu\n"quá" & <b>mệt</b>';

const fillDetails = async (page: Page): Promise<void> => {
  await page.locator('summary').last().click();
  await page.locator('input[name=outcome][value="4"]').check();
  await page.locator('input[name=visits][value="3"]').check();
  await page.locator('input[name=procedure][value="residence"]').check();
  await page.locator('textarea[name=comment]').fill(comment);
};

const expectFilled = async (page: Page): Promise<void> => {
  const checked = await page.locator('input:checked').all();
  expect(await Promise.all(checked.map((input) => input.getAttribute('id')))).toEqual([
    'outcome-4',
    'visits-3',
    'procedure-residence',
  ]);
  expect(await page.locator('textarea[name=comment]').inputValue()).toBe(comment);
  expect(await page.locator('textarea[name=comment]').isVisible()).toBe(true);
};

const tokenOf = (page: Page) => page.locator('input[name=token]').first().inputValue();

describe.each([true, false])('with script: %s', (javaScript) => {
  it('the switch of the details loses nothing typed and stores nothing', async () => {
    const page = await newPage(browser, { ...phone, javaScript });
    await rate(page);
    await fillDetails(page);
    const [token, before] = [await tokenOf(page), await stored()];

    await change(page, 'en');
    await expectFilled(page);
    expect(await tokenOf(page)).toBe(token);
    expect(await stored()).toEqual(before);

    await change(page, 'vi');
    await change(page, 'en');
    await expectFilled(page);
    await page.getByRole('button', { name: en.details.send }).click();
    await page.getByText(en.thanks.notices.added).waitFor();
    expect((await stored()).find(({ id }) => id === token.split('.')[5])).toMatchObject({
      criteria: { outcome: 4 },
      facts: { visits: '3' },
      procedure: 'residence',
    });
    await page.context().close();
  });

  it('a chosen language stays from the form to the thank-you page and the results', async () => {
    const page = await newPage(browser, { ...phone, javaScript });
    await openForm(page);
    await change(page, 'en');
    expect(new URL(page.url()).search).toBe('?lang=en');
    clock.pass(11);
    await page.locator('main button[name=overall][value="5"]').click();
    await page.getByText(en.thanks.notices.recorded).waitFor();
    expect(await languageOf(page)).toBe('en');
    await page.getByRole('link', { name: /results of/ }).click();
    await page.getByText(en.result.howTitle).waitFor();
    await page.getByRole('link', { name: en.site.home }).click();
    await page.getByText(en.home.safetyTitle).waitFor();
    expect((await stored()).some(({ language, overall }) => language === 'en' && overall === 5)).toBe(true);
    await page.context().close();
  });

  it('a code being typed survives the switch, and Enter still finds the desk in that language', async () => {
    const page = await newPage(browser, { ...phone, javaScript });
    await page.goto(`${service.publicOrigin}/`);
    await page.locator('[name=code]').fill(desk.code.slice(0, 5));
    await change(page, 'en');
    expect(await page.locator('[name=code]').inputValue()).toBe(desk.code.slice(0, 5));
    await page.locator('[name=code]').fill(desk.code);
    await page.locator('[name=code]').press('Enter');
    await page.getByRole('link', { name: en.home.open }).waitFor();
    expect(await languageOf(page)).toBe('en');
    await page.context().close();
  });

  it('Enter in the details sends them and does not change the language', async () => {
    const page = await newPage(browser, { ...phone, javaScript });
    await rate(page);
    await page.locator('summary').last().click();
    await page.locator('input[name=outcome][value="3"]').check();
    await page.locator('input[name=outcome][value="3"]').press('Enter');
    await page.getByText(vi.thanks.notices.added).waitFor();
    expect(await languageOf(page)).toBe('vi');
    await page.context().close();
  });
});

it('a comment that is too long survives the switch, although it is not valid', async () => {
  const page = await newPage(browser, phone);
  await rate(page);
  await page.locator('summary').last().click();
  await page.evaluate(`document.querySelector('textarea').removeAttribute('maxlength')`);
  const long = 'Chờ lâu. '.repeat(60);
  await page.locator('textarea[name=comment]').fill(long);
  await change(page, 'en');
  expect(await page.locator('textarea[name=comment]').inputValue()).toBe(long);
  await page.context().close();
});

it('the bot field can be reached neither by keyboard nor by sight nor by screen readers', async () => {
  const page = await newPage(browser, phone);
  await openForm(page);
  const focused: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    await page.keyboard.press('Tab');
    focused.push(String(await page.evaluate('document.activeElement.name ?? ""')));
  }
  expect(focused).toContain('overall');
  expect(focused).not.toContain('website');
  expect(await page.getByRole('textbox').count()).toBe(0);
  const box = await page.locator('[name=website]').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(0);
  await page.context().close();
});

const states: Record<string, (page: Page, query: string) => Promise<unknown>> = {
  home: (page, query) => page.goto(`${service.publicOrigin}/${query}`),
  form: openForm,
  'form with problems': async (page, query) => {
    await openForm(page, query);
    await page.evaluate(`document.querySelector('main button[name=overall]').value = '9'`);
    await page.locator('main button[name=overall][value="9"]').click();
    await page.locator('[role=alert]').first().waitFor();
  },
  details: async (page, query) => {
    await rate(page, query);
    await fillDetails(page);
  },
  'details after the switch': async (page, query) => {
    await rate(page, query === '?lang=en' ? '?lang=vi' : '?lang=en');
    await fillDetails(page);
    await change(page, query === '?lang=en' ? 'en' : 'vi');
  },
  privacy: (page, query) => page.goto(`${service.publicOrigin}/privacy${query}`),
  results: (page, query) => page.goto(`${service.publicOrigin}/c/${longNamed.code}${query}`),
  province: (page, query) => page.goto(`${service.publicOrigin}/p/${hanoi.code}${query}`),
};

describe.each(['vi', 'en'])('in %s', (language) => {
  describe.each([
    { device: 'phone', size: phone },
    { device: 'computer', size: desktop },
  ])('on a $device', ({ device, size }) => {
    it.each(Object.entries(states))('%s: accessible, large targets, nothing too wide', async (name, open) => {
      const page = await newPage(browser, size);
      await open(page, `?lang=${language}`);
      expect(await languageOf(page)).toBe(language);
      await screenshot(page, `language-${language}-${device}-${name.replaceAll(/\W+/g, '-')}`);
      await expectUsable(page);
      await page.context().close();
    });

    it('all five answers fit on the first screen', async () => {
      const page = await newPage(browser, size);
      await openForm(page, `?lang=${language}`);
      for (const button of await page.locator('main button[name=overall]').all()) {
        const box = await button.boundingBox();
        expect((box?.y ?? size.height) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
      }
      await page.context().close();
    });
  });
});
