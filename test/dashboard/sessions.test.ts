import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountStore } from '../../functions/store/account-store.ts';
import { grants } from '../support/dashboard-service.ts';
import { captureOutput } from '../support/output.ts';
import { probeRoutes } from '../support/probe-routes.ts';
import { minuteMs, present } from '../support/samples.ts';
import {
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
  await service.signIn(browser, 'chief');
});
afterEach(() => output.restore());

const statusOf = async (path = chiefPage, from = browser): Promise<number> => (await from.get(path)).status;
const whys = (): string[] => [...output.text().matchAll(/"refused":"([^"]*)"/g)].map(([, why = '']) => why);
const sessionRows = () => service.items('SESSION#');

describe('a session', () => {
  it('lasts while it is used, up to twelve hours', async () => {
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      service.clock.forward(20 * minuteMs);
      expect(await statusOf()).toBe(200);
    }
    service.clock.forward(20 * minuteMs);
    expect([await statusOf(), whys()]).toEqual([303, ['expired']]);
  });

  it('is over when it was not used for half an hour', async () => {
    service.clock.forward(29 * minuteMs);
    expect(await statusOf()).toBe(200);
    service.clock.forward(30 * minuteMs);
    expect([await statusOf(), whys()]).toEqual([303, ['expired']]);
  });

  it('is written to at most once a minute', async () => {
    const before = await sessionRows();
    for (let click = 0; click < 5; click += 1) {
      service.clock.forward(11_000);
      await statusOf();
    }
    expect(await sessionRows()).toEqual(before);
    service.clock.forward(5_000);
    await statusOf();
    expect(await sessionRows()).not.toEqual(before);
  });

  it('is gone for good once it has been signed out, also for who has kept the cookie', async () => {
    const kept = new Map(browser.cookies);
    const csrf = present(/value="([^"]+)"/.exec((await browser.get(chiefPage)).html)?.[1]);
    const page = await browser.post('/dashboard/sign-out', { csrf });
    expect(page.headers.get('refresh')).toBe('0; url=http://identity.test/sign-out');
    expect([browser.cookies.has(sessionCookie), await sessionRows()]).toEqual([false, []]);
    const other = service.browser();
    for (const [name, value] of kept) other.cookies.set(name, value);
    expect([await statusOf(chiefPage, other), whys()]).toEqual([303, ['unknown']]);
  });

  it('that ends while a request is under way is not brought back by it', async () => {
    const { pk, sk } = present((await sessionRows())[0]);
    service.identities.onNextFind(() => service.table.delete({ pk, sk }));
    service.clock.forward(2 * minuteMs);
    expect(await statusOf()).toBe(200);
    expect(await sessionRows()).toEqual([]);
  });
});

describe('a forged session is refused and logged:', () => {
  const forged = async (value: string): Promise<[number, string[]]> => {
    browser.cookies.set(sessionCookie, value);
    return [await statusOf(), whys()];
  };

  it('an id that nobody has', async () => {
    expect(await forged(`chief.${'A'.repeat(43)}`)).toEqual([303, ['unknown']]);
  });

  it('one’s own id under the name of somebody else', async () => {
    service.identities.set(person('admin', grants.admin));
    await service.signIn(service.browser(), 'admin');
    const [, id = ''] = (browser.cookies.get(sessionCookie) ?? '').split('.');
    expect(await forged(`admin.${id}`)).toEqual([303, ['of somebody else']]);
  });

  it('the hash from the table instead of the id', async () => {
    const hash = present((await sessionRows())[0]).pk.replace('SESSION#', '');
    expect(await forged(`chief.${hash}`)).toEqual([303, ['unknown']]);
  });

  it.each([
    'x',
    'chief',
    'chief.',
    `.${'A'.repeat(43)}`,
    `chief#.${'A'.repeat(43)}`,
    `chief.${'A'.repeat(4_000)}`,
    '{}',
  ])('nonsense: %s', async (value) => {
    expect(await forged(value)).toEqual([303, ['malformed']]);
  });
});

describe('what is changed at the identity provider alone', () => {
  it('holds within a minute: an account that was disabled', async () => {
    service.identities.set({ ...person('chief', grants.chief), isEnabled: false });
    service.clock.forward(minuteMs);
    expect([await statusOf(), whys()]).toEqual([303, ['revoked']]);
  });

  it('holds within a minute: an account that was deleted', async () => {
    service.identities.set({ ...person('somebody-else'), email: 'x' });
    service.identities.forget('chief');
    service.clock.forward(minuteMs);
    expect(await statusOf()).toBe(303);
  });

  it('holds within a minute: a unit taken and another given, without signing in again', async () => {
    service.identities.set(person('chief', grants.otherChief));
    service.clock.forward(minuteMs);
    expect(await statusOf()).toBe(403);
    expect(await statusOf(`/dashboard/commune/${grants.otherChief.commune}`)).toBe(200);
  });

  it('is asked for at most once a minute and account, whichever browser', async () => {
    const other = service.browser();
    await service.signIn(other, 'chief');
    service.clock.forward(minuteMs);
    const before = service.identities.askedCount();
    for (const from of [browser, other, browser, other]) await statusOf(chiefPage, from);
    expect(service.identities.askedCount() - before).toBe(1);
  });

  it('ends the sessions for good: enabled again, one has to sign in again', async () => {
    service.identities.set({ ...person('chief', grants.chief), isEnabled: false });
    service.clock.forward(minuteMs);
    await statusOf();
    service.identities.set(person('chief', grants.chief));
    service.clock.forward(minuteMs);
    expect(await statusOf()).toBe(303);
    await service.signIn(browser, 'chief');
    expect(await statusOf()).toBe(200);
  });

  it('is believed when an answer that is older comes later', async () => {
    // The administration wrote while the provider was being asked.
    const accounts = accountStore(service.table);
    const known = present(await accounts.find('chief'));
    service.identities.onNextFind(async () => {
      await accounts.save({ ...known, isEnabled: false, version: known.version + 1 }, known.version);
    });
    service.clock.forward(minuteMs);
    expect(await statusOf()).toBe(303);
  });
});

describe('while the identity provider is out of reach', () => {
  it('pages go on for ten minutes, and every try that failed is logged', async () => {
    service.identities.setDown(true);
    service.clock.forward(9 * minuteMs);
    expect(await statusOf()).toBe(200);
    expect(output.text()).toContain('confirming an account');
  });

  it('it is not asked at every click', async () => {
    service.identities.setDown(true);
    service.clock.forward(2 * minuteMs);
    const before = service.identities.askedCount();
    for (let click = 0; click < 5; click += 1) await statusOf();
    expect(service.identities.askedCount() - before).toBe(1);
  });

  it('nothing is shown any more after ten minutes, and the session is not lost', async () => {
    service.identities.setDown(true);
    service.clock.forward(11 * minuteMs);
    expect(await statusOf()).toBe(503);
    service.identities.setDown(false);
    expect(await statusOf()).toBe(200);
  });

  it('an account that the administration disabled stays out', async () => {
    service.identities.setDown(true);
    const accounts = accountStore(service.table);
    const known = present(await accounts.find('chief'));
    await accounts.save({ ...known, isEnabled: false, version: known.version + 1 }, known.version);
    expect(await statusOf()).toBe(303);
  });
});

describe('an address that was tampered with', () => {
  const other = grants.otherChief.commune;
  const own = grants.chief.commune;

  it.each([
    `/dashboard/commune/${other}`,
    `/dashboard/commune/${other}?code=${own}`,
    `/dashboard/commune/%31%38${other.slice(2)}`,
    `/dashboard/commune/${own}%2f..%2f${other}`,
    `/dashboard/commune/${own}%00${other}`,
    `/dashboard/commune/${other}%20`,
    `/dashboard/commune/${own},${other}`,
    '/dashboard/commune/*',
    '/dashboard/commune/99999',
    '/dashboard/commune/__proto__',
    '/dashboard/province/42',
    '/dashboard/province/4%32',
  ])('shows nothing of another unit and says so in the log: %s', async (path) => {
    const page = await browser.get(path);
    expect([page.status, whys()]).toEqual([403, ['not allowed']]);
    expect(page.html).not.toContain(other);
  });

  it.each([
    `/dashboard//commune/${other}`,
    `//dashboard/commune/${other}`,
    `/dashboard/commune/${other}/`,
    `/Dashboard/commune/${other}`,
    `/dashboard/COMMUNE/${other}`,
    `/dashboard/commune;x/${other}`,
    `/dashboard%2fcommune%2f${other}`,
    `/dashboard/commune/${own}/../${other}/.`,
  ])('is not found, or no better than the plain one: %s', async (path) => {
    const page = await browser.get(path);
    expect([403, 404]).toContain(page.status);
    expect(page.html).not.toContain(`commune ${other}`);
    expect(whys()).toHaveLength(1);
  });

  it('in a post does not change another unit', async () => {
    const csrf = present(/value="([^"]+)"/.exec((await browser.get(chiefPage)).html)?.[1]);
    const fields = { csrf, code: grants.chief.commune, commune: grants.chief.commune, count: '5' };
    const page = await browser.post(`/dashboard/commune/${other}/visits`, fields);
    expect([page.status, whys()]).toEqual([403, ['not allowed']]);
  });
});
