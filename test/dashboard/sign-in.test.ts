import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { grants } from '../support/dashboard-service.ts';
import { captureOutput } from '../support/output.ts';
import { type Page, wordsOf } from '../support/page.ts';
import { probeRoutes } from '../support/probe-routes.ts';
import { minuteMs } from '../support/samples.ts';
import {
  attemptCookie,
  person,
  type StaffBrowser,
  type StaffService,
  sessionCookie,
  staffService,
} from '../support/staff-service.ts';

const chiefPage = `/dashboard/commune/${grants.chief.commune}`;

let service: StaffService;
let browser: StaffBrowser;
let output: ReturnType<typeof captureOutput>;

beforeEach(async () => {
  output = captureOutput();
  service = await staffService({ routes: probeRoutes() });
  service.identities.set(person('chief', grants.chief));
  browser = service.browser();
});
afterEach(() => output.restore());

const locationOf = (page: Page): string => page.headers.get('location') ?? '';

const begin = async (from = browser): Promise<URL> =>
  new URL(locationOf(await from.get('/dashboard/sign-in')));

const answerFor = async (away: URL): Promise<string> => {
  service.provider.answerWith(
    await service.provider.idToken({ sub: 'chief', nonce: away.searchParams.get('nonce') ?? '' }),
  );
  const back = new URLSearchParams({ code: 'code', state: away.searchParams.get('state') ?? '' });
  return `/dashboard/callback?${back}`;
};

const refusals = (): string[] =>
  output
    .lines()
    .filter((line) => line.includes('"refused"'))
    .map((line) => /"refused":"([^"]*)"/.exec(line)?.[1] ?? '');

describe('signing in', () => {
  it('leads back to the page that asked for it, with what was asked of it', async () => {
    const asked = await browser.get(`${chiefPage}?week=2026-W46`);
    const { searchParams } = new URL(locationOf(asked), 'http://staff.test');
    const back = await service.signIn(browser, 'chief', searchParams.get('return') ?? '');
    expect([back.status, locationOf(back)]).toEqual([303, `${chiefPage}?week=2026-W46`]);
  });

  it('sets a cookie that scripts, other hosts, other sites and plain networks do not get', async () => {
    const [line = ''] = (await service.signIn(browser, 'chief')).headers
      .getSetCookie()
      .filter((each) => each.startsWith(`${sessionCookie}=`));
    expect(line.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('ends the session that the browser had, so that nobody can have prepared it', async () => {
    await service.signIn(browser, 'chief');
    const before = new Map(browser.cookies);
    await service.signIn(browser, 'chief');
    expect(browser.cookies.get(sessionCookie)).not.toBe(before.get(sessionCookie));
    const old = service.browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    expect((await old.get('/dashboard')).headers.get('location')).toBe('/dashboard/sign-in');
  });

  it('takes a session that somebody put into the browser for nothing', async () => {
    browser.cookies.set(sessionCookie, `chief.${'A'.repeat(43)}`);
    await service.signIn(browser, 'chief');
    expect(browser.cookies.get(sessionCookie)).not.toContain('AAAA');
  });

  it('says what to do when the person gave up', async () => {
    const away = await begin();
    const query = new URLSearchParams({
      error: 'access_denied',
      state: away.searchParams.get('state') ?? '',
    });
    const page = await browser.get(`/dashboard/callback?${query}`);
    expect([page.status, wordsOf(page)]).toEqual([
      400,
      expect.stringContaining('đăng nhập lại bất cứ lúc nào'),
    ]);
  });

  it('says to try later when the identity provider is out of reach, and logs a failure', async () => {
    const away = await begin();
    service.provider.failWith(() => Promise.reject(new TypeError('fetch failed')));
    const page = await browser.get(await answerFor(away).then((path) => path));
    expect(page.status).toBe(303);
    const again = await begin();
    const path = await answerFor(again);
    service.provider.failWith(() => Promise.reject(new TypeError('fetch failed')));
    expect((await browser.get(path)).status).toBe(503);
    expect(output.text()).toContain('identity provider');
  });
});

describe('a way back to another place', () => {
  it.each([
    'https://evil.example/dashboard',
    '//evil.example/dashboard',
    '/\\evil.example',
    '\\\\evil.example',
    '/dashboard/..//evil.example',
    '/dashboard/../c/18073',
    '/dashboard/%2e%2e/c/18073',
    '/dashboard\t/../../evil',
    '/dashboardevil',
    '/Dashboard',
    'dashboard',
    'javascript:alert(1)',
    '/dashboard/sign-out',
    '/dashboard/sign-in?return=/dashboard',
    `/dashboard/${'x'.repeat(2_000)}`,
    '',
  ])('is not taken: %s', async (returnTo) => {
    const back = await service.signIn(browser, 'chief', returnTo);
    expect([back.status, locationOf(back)]).toEqual([303, '/dashboard']);
    expect(refusals()).toContain('return to another place');
  });

  it('can not be put into the answer of the identity provider either', async () => {
    const path = `${await answerFor(await begin())}&return=https://evil.example&returnTo=https://evil.example`;
    expect(locationOf(await browser.get(path))).toBe('/dashboard');
  });
});

describe('an answer that does not fit is refused, and logged:', () => {
  const refused = async (path: string, why: string, from = browser): Promise<void> => {
    const page = await from.get(path);
    expect([page.status, from.cookies.has(sessionCookie)]).toEqual([400, false]);
    expect(refusals()).toEqual([why]);
  };

  it('the same answer a second time', async () => {
    const path = await answerFor(await begin());
    const replayed = service.browser();
    for (const [name, value] of browser.cookies) replayed.cookies.set(name, value);
    expect((await browser.get(path)).status).toBe(303);
    await refused(path, 'unknown or used before', replayed);
  });

  it('one of a sign-in that another browser began', async () => {
    const theirs = service.browser();
    await refused(await answerFor(await begin(theirs)), 'not begun in this browser');
  });

  it('one of another sign-in that this browser began', async () => {
    const first = await begin();
    await begin();
    await refused(await answerFor(first), 'OAUTH_INVALID_RESPONSE');
  });

  it('one after ten minutes', async () => {
    const path = await answerFor(await begin());
    service.clock.forward(10 * minuteMs);
    await refused(path, 'too late');
  });

  it('one with a cookie that nobody gave', async () => {
    const path = await answerFor(await begin());
    browser.cookies.set(attemptCookie, 'A'.repeat(43));
    await refused(path, 'unknown or used before');
  });

  it('none at all', async () => {
    await refused('/dashboard/callback', 'not begun in this browser');
  });
});

describe('what is kept', () => {
  const rows = () =>
    service.items().then((items) => JSON.stringify(items.filter(({ pk }) => !/^(UNITS|COMMUNE)/.test(pk))));

  it('says who may do what, and nothing that tells who the person is', async () => {
    await service.signIn(browser, 'chief');
    await browser.get(chiefPage);
    expect(await rows()).toContain('commune-chief');
    expect(await rows()).not.toMatch(/Nguyễn|example\.vn/);
  });

  it('does not let who reads the table take a session or a sign-in over', async () => {
    await begin();
    const attempt = browser.cookies.get(attemptCookie) ?? 'nothing';
    await service.signIn(browser, 'chief');
    const [, id = 'nothing'] = browser.cookies.get(sessionCookie)?.split('.') ?? [];
    expect(await rows()).not.toContain(id);
    expect(await rows()).not.toContain(attempt);
  });

  it('expires by itself', async () => {
    await service.signIn(browser, 'chief');
    const items = await service.items();
    const ends = items
      .filter(({ pk }) => /^(SESSION|SIGN-IN)#/.test(pk))
      .map(({ expiresAt }) => Number(expiresAt));
    const now = service.clock.now().getTime() / 1000;
    expect(ends.map((end) => Math.round((end - now) / 60))).toEqual(expect.arrayContaining([10, 30]));
    expect(ends).toHaveLength(2);
  });

  it('is nothing in the log when all goes well', async () => {
    await service.signIn(browser, 'chief');
    await browser.get('/dashboard');
    expect(output.text()).toBe('');
  });

  it('names nobody in the log when something is refused', async () => {
    await service.signIn(browser, 'chief');
    await browser.get('/dashboard/commune/18074');
    browser.cookies.set(sessionCookie, `chief.${'A'.repeat(43)}`);
    await browser.get(`${chiefPage}?note=an@example.vn`);
    expect(output.lines()).toHaveLength(2);
    expect(output.text()).not.toMatch(/Nguyễn|example\.vn|subject|chief|1807[34]|AAAA/);
  });
});
