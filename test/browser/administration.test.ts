import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../functions/accounts/identity-provider.ts';
import { changeDesk } from '../../functions/administration/desks.ts';
import { dayOf } from '../../functions/domain/day.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { auditStore } from '../../functions/store/audit-store.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { desktop, launchBrowser, newPage, phone, screenshot } from '../support/browser.ts';
import { communeWeeks } from '../support/commune-weeks.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { day, samplePromise } from '../support/sample-promises.ts';
import { canLoc, deskCode, haTinh, hours, sampleDesk, thanhSen, week } from '../support/samples.ts';
import { serveStaff } from '../support/staff-server.ts';
import { expectUsableUnfolded } from '../support/usable.ts';

let browser: Browser;
let service: DashboardService;
let server: Awaited<ReturnType<typeof serveStaff>>;

const province = '/dashboard/province/42';
const commune = `/dashboard/commune/${thanhSen.code}`;
const longName = 'Bàn tiếp nhận và trả kết quả thủ tục cư trú, căn cước, định danh điện tử số 1';
const kept = samplePromise({
  text: 'Bố trí thêm một bàn tiếp nhận vào sáng thứ Hai và sáng thứ Bảy, có cán bộ hướng dẫn điền tờ khai ngay tại cửa.',
  criterion: 'waiting',
  madeOn: day('2026-08-10'),
  dueBy: day('2026-08-31'),
  doneOn: day('2026-08-28'),
  isShown: true,
});
const late = samplePromise({
  text: 'Đặt thêm hai ghế ngồi chờ và một quạt ở phòng tiếp dân.',
  dueBy: day('2026-11-15'),
});

const officer = async (about: Pick<Identity, 'subject' | 'name' | 'grants'> & Partial<Identity>) => {
  const identity: Identity = { email: `${about.subject}@congan.example.vn`, isEnabled: true, ...about };
  service.identities.set(identity);
  await accountStore(service.table).enlist(about.subject, ['42']);
  const { subject, grants: held, isEnabled } = identity;
  const signedInAt = Date.parse('2026-11-20T08:05+07:00') / 1000;
  await accountStore(service.table).save(
    { subject, grants: held, isEnabled, version: 1, confirmedAt: 0, ...(isEnabled && { signedInAt }) },
    0,
  );
};

const fill = async (): Promise<void> => {
  const { table, clock } = service;
  const desks = deskStore(table);
  await unitStore(table).put(haTinh);
  const about = { name: longName, hours: hours('Mon-Fri 07:00-11:30, 13:30-17:00; Sat 07:00-11:30') };
  await desks.add({ ...sampleDesk(about), version: 1 });
  await desks.add(sampleDesk({ code: deskCode(2), name: 'Bàn một cửa số 2', commune: canLoc }));
  await desks.add(sampleDesk({ code: deskCode(3), name: 'Bàn cũ', status: 'retired' }));
  for (const promise of [kept, late, samplePromise({ commune: canLoc.code })]) {
    await promiseStore(table).put('42', promise);
  }
  const weeks = communeWeeks(service);
  for (let n = 20; n <= 47; n += 1) {
    await weeks.answers(thanhSen, `2026-W${n}`, [
      { fives: 9, fours: 2, ones: n < 33 ? 3 : 0, about: { criteria: { waiting: n < 33 ? 2 : 5 } } },
    ]);
  }
  await weeks.count('2026-W20', '2026-W47');
  const on = dayOf(clock.now());
  const reports = [
    ['import', 212],
    ['subject-commune-chief', 221],
  ] as const;
  for (const [seen, [by, visits]] of reports.entries()) {
    await visitsStore(table).report({ commune: thanhSen, week: week('2026-W46'), visits, by, on }, seen);
  }
  await officer({ subject: 'lan', name: 'Nguyễn Thị Lan', grants: [grants.chief, grants.otherChief] });
  await officer({ subject: 'minh', name: 'Lê Văn Minh', grants: [grants.reader], isEnabled: false });
  const stores = { desks, audit: auditStore(table) };
  await changeDesk(
    stores,
    { ...sampleDesk(about), version: 1 },
    { procedures: ['residence', 'identity_card'], hours: hours('Mon-Sat 07:00-17:00') },
    { by: 'lan', now: clock.now() },
  );
};

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), dashboardService()]);
  await fill();
  server = await serveStaff(service);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

type Who = keyof typeof grants;

const open = async (who: Who, path: string, options: Parameters<typeof newPage>[1]): Promise<Page> => {
  service.signIn(accountWith(grants[who]));
  const page = await newPage(browser, options);
  await page.goto(`${server.origin}${path}`);
  return page;
};

/** Fills in what is named and presses the button of the main form. */
const send = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [field, value] of Object.entries(fields)) {
    const control = page.locator(`[id="${field}"]`);
    const isSelect = (await page.locator(`select[id="${field}"]`).count()) > 0;
    await (isSelect ? control.selectOption(value) : control.fill(value));
  }
  await page.locator('main form[method=post] .go').first().click();
  await page.waitForLoadState();
};

/** Somebody else has saved since the form was opened. */
const conflict = async (
  page: Page,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> => {
  const other = await newPage(browser, desktop);
  await other.goto(`${server.origin}${path}`);
  await send(other, { name: `Bàn của người khác ${Date.now()}` });
  await other.context().close();
  await send(page, fields);
};

const desk = `${province}/desks/${deskCode(1)}`;

/** Every page and state of administration, visits and promises, and the way there. */
const states: Record<string, { who: Who; path: string; act?: (page: Page) => Promise<void> }> = {
  desks: { who: 'admin', path: `${province}/desks` },
  'desks, nothing found': { who: 'admin', path: `${province}/desks?q=xyz` },
  'a new desk': { who: 'admin', path: `${province}/desks/new` },
  'a new desk with problems': {
    who: 'admin',
    path: `${province}/desks/new`,
    act: (page) => send(page, { name: '', hours: 'sáng thứ hai' }),
  },
  'a desk': { who: 'admin', path: desk },
  'a desk just saved': { who: 'admin', path: `${desk}?done=changed` },
  'a retired desk': { who: 'admin', path: `${province}/desks/${deskCode(3)}` },
  'a desk that a colleague changed': {
    who: 'admin',
    path: desk,
    act: (page) => conflict(page, desk, { name: 'Bàn của tôi', hours: '' }),
  },
  'unknown desk': { who: 'admin', path: `${province}/desks/ZZZZZZZZ` },
  questionnaire: { who: 'admin', path: `${province}/questionnaire` },
  'questionnaire of a commune': { who: 'admin', path: `${province}/questionnaire/${thanhSen.code}` },
  holidays: { who: 'admin', path: `${province}/holidays` },
  'holidays with problems': {
    who: 'admin',
    path: `${province}/holidays`,
    act: (page) => send(page, { day: '31/02/2027', name: '' }),
  },
  accounts: { who: 'admin', path: `${province}/accounts` },
  'an invitation': { who: 'admin', path: `${province}/accounts/new` },
  'an invitation with problems': {
    who: 'admin',
    path: `${province}/accounts/new`,
    act: (page) => send(page, { name: 'Trần Văn Hùng', email: 'hung' }),
  },
  'an account': { who: 'admin', path: `${province}/accounts/lan` },
  'a disabled account': { who: 'admin', path: `${province}/accounts/minh` },
  audit: { who: 'admin', path: `${province}/audit` },
  'visits of a province': { who: 'admin', path: `${province}/visits` },
  'visits of a province with problems': {
    who: 'admin',
    path: `${province}/visits`,
    act: (page) =>
      send(page, { text: 'commune,week,visits\n18073,2026-W47,-3\n1807,2026-W60,1000000\n18073,2026-W46\n' }),
  },
  'promises of a province': { who: 'reader', path: `${province}/promises` },
  visits: { who: 'chief', path: `${commune}/visits` },
  'visits with problems': {
    who: 'chief',
    path: `${commune}/visits`,
    act: (page) => send(page, { 'visits-2026-W47': '-3', 'visits-2026-W45': '1000000' }),
  },
  'visits, only to be read': { who: 'reader', path: `${commune}/visits` },
  promises: { who: 'chief', path: `${commune}/promises` },
  'no promises': { who: 'otherChief', path: `/dashboard/commune/${canLoc.code}/promises` },
  'a new promise': { who: 'chief', path: `${commune}/promises/new` },
  'a promise of ten thousand characters': {
    who: 'chief',
    path: `${commune}/promises/new`,
    act: (page) => send(page, { text: 'Làm tốt hơn nữa. '.repeat(600), dueBy: 'sớm' }),
  },
  'a kept promise': { who: 'chief', path: `${commune}/promises/${kept.id}` },
  'the sheet of kept promises': { who: 'chief', path: `${commune}/promises/print` },
  'not allowed': { who: 'chief', path: `${province}/desks` },
};

describe.each([
  { device: 'phone', size: phone },
  { device: 'computer', size: desktop },
])('on a $device', ({ device, size }) => {
  it.each(Object.entries(states))(
    '%s: accessible, large targets, no overflow',
    async (name, { who, path, act }) => {
      const page = await open(who, path, size);
      await act?.(page);
      await screenshot(page, `administration-${device}-${name.replaceAll(/\W+/g, '-')}`);
      await expectUsableUnfolded(page);
      await page.context().close();
    },
  );
});

describe('what is wrong with a form', () => {
  it.each([true, false])('has the focus, and leads to its field (script: %s)', async (javaScript) => {
    const page = await open('admin', `${province}/desks/new`, { ...phone, javaScript });
    await send(page, { name: '' });
    const focused = page.locator('.problems:focus');
    expect(await focused.getAttribute('role')).toBe('alert');
    await page.locator('.problems a').first().click();
    expect(await page.locator(':target').getAttribute('name')).toBe('name');
    await page.context().close();
  });
});

describe('without script', () => {
  it('an admin adds a desk, changes it after a colleague did, and retires it', async () => {
    const page = await open('admin', `${province}/desks/new`, { ...desktop, javaScript: false });
    await send(page, { name: 'Bàn thử', commune: canLoc.code, hours: 'T2-T6 07:00-11:30' });
    expect(await page.locator('[role=status]').innerText()).toContain('Đã thêm bàn');
    const path = new URL(page.url()).pathname;

    await conflict(page, path, { name: 'Bàn của tôi' });
    expect(await page.locator('.problems').innerText()).toContain('Có người vừa sửa mục này');
    expect(await page.locator('#name').inputValue()).toBe('Bàn của tôi');
    await send(page, {});
    expect(await page.locator('h1').innerText()).toBe('Sửa bàn: Bàn của tôi');

    await page.locator('button.second').click();
    await page.locator('[role=status]', { hasText: 'ngừng nhận đánh giá' }).waitFor();
    await page.context().close();
  });

  it('a chief types the visits of a week and keeps a promise', async () => {
    const page = await open('chief', `${commune}/visits`, { ...phone, javaScript: false });
    await send(page, { 'visits-2026-W44': '180' });
    expect(await page.locator('[role=status]').innerText()).toBe('Đã lưu số lượt của 1 tuần.');

    await page.goto(`${server.origin}${commune}/promises/${late.id}`);
    await send(page, { doneOn: '20/11/2026' });
    expect(await page.locator('main').innerText()).toContain('xong ngày 20/11/2026');
    await page.context().close();
  });
});

describe('the sheet of kept promises', () => {
  it.each([
    ['a5', [420, 595]],
    ['a4', [595, 842]],
  ])('prints on one page of %s, with nothing else on it', async (size, points) => {
    const page = await open('chief', `${commune}/promises/print?size=${size}`, desktop);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    const { totalPages, text } = await extractText(pdf, { mergePages: true });
    expect([Math.round(width), Math.round(height)]).toEqual(points);
    expect(totalPages).toBe(1);
    const words = text.replaceAll(/\s+/g, ' ').normalize('NFC');
    expect(words).toContain('Ông/Bà góp ý – chúng tôi đã làm');
    expect(words).toContain(kept.text);
    expect(words).not.toMatch(/Đăng xuất|Chọn việc|Khổ giấy/);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(size === 'a5' ? { width: 476, height: 710 } : { width: 657, height: 986 });
    await screenshot(page, `administration-print-${size}`);
    await page.context().close();
  });
});
