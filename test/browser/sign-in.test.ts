import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectNoViolations } from '../support/accessibility.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { type RunningService, runService } from '../support/local-service.ts';
import { demoStaff, type LocalStaff } from '../support/local-staff.ts';
import { present } from '../support/samples.ts';
import { targetsSmallerThan44 } from '../support/small-targets.ts';

let browser: Browser;
let demo: LocalStaff;
let real: { service: RunningService; stop: () => Promise<void> };

beforeAll(async () => {
  [browser, demo, real] = await Promise.all([launchBrowser(), demoStaff(), runService(() => new Date())]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([demo.stop(), real.stop()]);
});

let opened: Page | undefined;
afterEach(async () => {
  await opened?.context().close();
  opened = undefined;
});

const open = async (size: typeof phone & { javaScript?: boolean }): Promise<Page> => {
  opened = await newPage(browser, size);
  return opened;
};

const chiefPage = '/dashboard/commune/18073';
const words = (page: Page): Promise<string> => page.locator('body').innerText();

const chooseChief = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Lê Quang Cường' }).click();
  await page.waitForURL(`**${chiefPage}`);
};

const sizes = [
  { name: 'a phone', ...phone, javaScript: true },
  { name: 'a phone without JavaScript', ...phone, javaScript: false },
  { name: 'a computer', ...desktop, javaScript: true },
];

describe.each(sizes)('on $name', ({ name, ...size }) => {
  const hasScript = size.javaScript;
  const look = async (page: Page, what: string): Promise<void> => {
    await screenshot(page, `sign-in-${name.replaceAll(' ', '-')}-${what}`);
    if (hasScript) await expectNoViolations(page);
    expect(await targetsSmallerThan44(page)).toEqual([]);
  };

  it('a chief signs in, sees the commune, signs out, and Back shows nothing of it', async () => {
    const page = await open(size);
    await page.goto(`${demo.origin}${chiefPage}`);
    expect(page.url()).toContain('/identity/interaction/');
    await look(page, 'choose');

    await chooseChief(page);
    expect(await words(page)).toContain('Thành Sen');
    const cookies = await page.context().cookies();
    expect(cookies.find((cookie) => cookie.name === '__Host-staff')).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      expires: -1,
    });

    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/dashboard/signed-out');
    await look(page, 'signed-out');
    expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('__Host-staff');

    await page.goBack();
    expect(await words(page)).not.toContain('Thành Sen, ');
    expect(await page.locator('h1').innerText()).not.toContain('Thành Sen');
    await page.goto(`${demo.origin}${chiefPage}`);
    expect(page.url()).toContain('/identity/interaction/');
  });

  it('a form that was filled in while the session ended is sent again after signing in', async () => {
    const page = await open(size);
    await page.goto(`${demo.origin}${chiefPage}`);
    await chooseChief(page);
    const form = `${demo.origin}${chiefPage}/promises/new`;
    await page.goto(form);
    await page.locator('textarea[name=text]').fill('Thêm hai ghế ngồi chờ\nvà một quạt điện');
    await page.context().clearCookies();
    await page.locator('main form button[type=submit]').last().click();

    expect(await page.locator('h1').innerText()).toBe('Phiên làm việc đã hết, nội dung vẫn còn');
    expect(await words(page)).toContain('Thêm hai ghế ngồi chờ');
    await look(page, 'kept');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Đăng nhập lại' }).click(),
    ]);
    await tab.getByRole('button', { name: 'Lê Quang Cường' }).click();
    await tab.waitForURL('**/dashboard/signed-in');
    expect(await tab.locator('h1').innerText()).toBe('Đã đăng nhập');
    await tab.close();

    await page.getByRole('button', { name: 'Gửi lại' }).click();
    expect(await page.locator('h1').innerText()).toBe('Xin kiểm tra rồi gửi lại');
    await look(page, 'kept-again');
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    // The form itself answers now: it still needs a criterion and a day, and has kept the text.
    expect(await page.locator('textarea[name=text]').inputValue()).toBe(
      'Thêm hai ghế ngồi chờ\nvà một quạt điện',
    );
  });
});

it('somebody with a password from paper chooses one of their own', async () => {
  const { email, password } = present(real.service.firstOperator);
  const page = await open(phone);
  await page.goto(`${real.service.staffOrigin}/dashboard`);
  await screenshot(page, 'sign-in-password');
  await expectNoViolations(page);
  expect(await targetsSmallerThan44(page)).toEqual([]);

  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  expect(await page.getByRole('alert').innerText()).toBe('Thư điện tử hoặc mật khẩu chưa đúng.');
  await screenshot(page, 'sign-in-password-wrong');
  await expectNoViolations(page);

  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await screenshot(page, 'sign-in-new-password');
  await expectNoViolations(page);
  await page.getByLabel(/^Mật khẩu mới/).fill('ngắn');
  await page.getByLabel('Nhập lại mật khẩu mới').fill('ngắn');
  await page.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
  expect(await page.getByRole('alert').innerText()).toBe('Mật khẩu mới cần ít nhất 12 ký tự.');
  await expectNoViolations(page);
  const own = 'một câu dài của tôi';
  await page.getByLabel(/^Mật khẩu mới/).fill(own);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(own);
  await page.getByRole('button', { name: 'Lưu và đăng nhập' }).click();
  await page.waitForURL('**/dashboard');
  await screenshot(page, 'dashboard-without-units');
  await expectNoViolations(page);
});

it('a page of another site can post nothing in the name of who is signed in', async () => {
  const page = await open(desktop);
  await page.goto(`${demo.origin}${chiefPage}`);
  await chooseChief(page);
  const target = `${demo.origin}${chiefPage}/promises/new`;
  const evil = `<form method="post" action="${target}"><input name="text" value="x"><button>Nhận quà</button></form>`;
  await page.goto(`data:text/html,${encodeURIComponent(evil)}`);
  await page.getByRole('button').click();
  await page.waitForURL(target);
  expect(await page.locator('h1').innerText()).toBe('Yêu cầu không đến từ trang của Thước Đo');
  await screenshot(page, 'other-site-refused');
  await expectNoViolations(page);
});
