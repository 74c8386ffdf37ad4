import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { grants, staffOrigin } from '../support/dashboard-service.ts';
import { captureOutput } from '../support/output.ts';
import { formActions, hiddenFields, type Page, wordsOf } from '../support/page.ts';
import { probeRoutes } from '../support/probe-routes.ts';
import { hourMs } from '../support/samples.ts';
import {
  csrfOf,
  person,
  type StaffBrowser,
  type StaffService,
  staffService,
} from '../support/staff-service.ts';

const chiefPage = `/dashboard/commune/${grants.chief.commune}`;
const visits = `${chiefPage}/visits`;
const reached = `visits of ${grants.chief.commune}: 25`;

let service: StaffService;
let browser: StaffBrowser;
let csrf: string;
let output: ReturnType<typeof captureOutput>;

beforeEach(async () => {
  output = captureOutput();
  service = await staffService({ routes: probeRoutes() });
  service.identities.set(person('chief', grants.chief));
  service.identities.set(person('colleague', grants.chief));
  browser = service.browser();
  await service.signIn(browser, 'chief');
  csrf = csrfOf(await browser.get(chiefPage));
});
afterEach(() => output.restore());

const whys = (): string[] => [...output.text().matchAll(/"refused":"([^"]*)"/g)].map(([, why = '']) => why);

describe('a post', () => {
  it('of a form of this session is taken', async () => {
    expect((await browser.post(visits, { csrf, count: '25' })).html).toBe(reached);
  });

  it('without Origin is taken when the browser says by Sec-Fetch-Site that it is ours', async () => {
    const page = await browser.post(visits, { csrf, count: '25' }, { 'sec-fetch-site': 'same-origin' });
    expect(page.html).toBe(reached);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another site in small print', { origin: `${staffOrigin}.evil.example` }],
    ['another port', { origin: `${staffOrigin}:8080` }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a site that hides', {}],
    ['a page that a browser calls foreign', { origin: staffOrigin, 'sec-fetch-site': 'cross-site' }],
    ['a sister domain', { origin: staffOrigin, 'sec-fetch-site': 'same-site' }],
    ['nowhere: typed or from a bookmark', { origin: staffOrigin, 'sec-fetch-site': 'none' }],
  ])('of %s is refused, even with the right token, and gives nothing back to send', async (_, headers) => {
    const page = await browser.post(visits, { csrf, count: '25' }, headers);
    expect([page.status, whys()]).toEqual([403, ['from another site']]);
    expect(hiddenFields(page)).toEqual({});
  });

  it.each<[string, () => Promise<string> | string]>([
    ['no token', () => ''],
    ['a token that somebody made up', () => 'A'.repeat(43)],
    ['the token with a letter more', () => `${csrf}A`],
    [
      'the token of a colleague’s session',
      async () => {
        const other = service.browser();
        await service.signIn(other, 'colleague');
        return csrfOf(await other.get(chiefPage));
      },
    ],
  ])('with %s does nothing', async (_, token) => {
    const page = await browser.post(visits, { csrf: await token(), count: '25' });
    expect([page.status, whys()]).toEqual([409, ['form of another session']]);
    expect(page.html).not.toContain(reached);
  });

  it('with the right token in the address instead of the form does nothing', async () => {
    expect((await browser.post(`${visits}?csrf=${csrf}`, { count: '25' })).status).toBe(409);
  });

  it('that signs out needs all of it, too', async () => {
    await browser.post('/dashboard/sign-out', { csrf }, { origin: 'https://evil.example' });
    await browser.post('/dashboard/sign-out', { csrf: 'wrong' });
    expect((await browser.get(chiefPage)).status).toBe(200);
    expect(whys()).toEqual(['from another site', 'form of another session']);
  });

  it('of a file carries its token in the form as well', async () => {
    const form = new FormData();
    form.set('csrf', csrf);
    form.set('count', '25');
    form.set('file', new File(['1'], 'visits.csv'));
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { method: 'POST', body: form, headers: { cookie, origin: staffOrigin } };
    expect(await (await service.request(visits, sent)).text()).toBe(reached);
  });
});

describe('a form that is sent after its session has ended', () => {
  const typed = { count: '25', note: 'Tăng ca <b>thứ Bảy</b> "đúng hẹn"\nvà Chủ nhật', empty: '' };

  const sendLate = async (): Promise<Page> => {
    service.clock.forward(hourMs);
    return browser.post(`${visits}?week=2026-W46`, { csrf, ...typed });
  };

  it('is not lost: everything that was typed is on the page, to be sent to the same address', async () => {
    const page = await sendLate();
    expect(page.status).toBe(401);
    expect(hiddenFields(page)).toEqual(typed);
    expect(formActions(page)).toEqual([`${visits}?week=2026-W46`]);
    expect(wordsOf(page)).toContain('Tăng ca <b>thứ Bảy</b> "đúng hẹn" và Chủ nhật');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('can be sent again after signing in, once the person has seen it', async () => {
    const kept = hiddenFields(await sendLate());
    await service.signIn(browser, 'chief', '/dashboard/signed-in');
    const shown = await browser.post(visits, kept);
    expect(shown.status).toBe(409);
    expect((await browser.post(visits, hiddenFields(shown))).html).toBe(reached);
  });

  it('leads to a sign-in in a tab of its own, whose end says where to go on', async () => {
    const page = await sendLate();
    expect(page.html).toContain('href="/dashboard/sign-in?return=/dashboard/signed-in" target="_blank"');
    const back = await service.signIn(browser, 'chief', '/dashboard/signed-in');
    expect(wordsOf(await browser.get(back.headers.get('location') ?? ''))).toContain('quay lại thẻ trước');
  });

  it('says that a file must be chosen again', async () => {
    const form = new FormData();
    form.set('note', 'Số lượt tuần 46');
    form.set('file', new File(['1'], 'visits.csv'));
    const response = await service.request(visits, {
      method: 'POST',
      body: form,
      headers: { origin: staffOrigin },
    });
    const html = await response.text();
    expect([
      response.status,
      html.includes('Số lượt tuần 46'),
      html.includes('chọn tệp một lần nữa'),
    ]).toEqual([401, true, true]);
  });

  it('is still judged by what the person may do when it comes again', async () => {
    const elsewhere = `/dashboard/commune/${grants.otherChief.commune}/visits`;
    const shown = await browser.post(elsewhere, { csrf: 'old', ...typed });
    expect((await browser.post(elsewhere, hiddenFields(shown))).status).toBe(403);
  });
});
