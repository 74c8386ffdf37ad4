import { currentAccounts } from '../../functions/accounts/current-account.ts';
import type { Identity } from '../../functions/accounts/identity-provider.ts';
import { signedInAccounts } from '../../functions/accounts/signed-in-account.ts';
import { browserCookie } from '../../functions/dashboard/sign-in/browser-cookie.ts';
import { openIdClient } from '../../functions/dashboard/sign-in/openid.ts';
import { staffSessions } from '../../functions/dashboard/sign-in/sessions.ts';
import { signIn } from '../../functions/dashboard/sign-in/sign-in.ts';
import type { StaffRoute } from '../../functions/dashboard/staff-routes.ts';
import { type Grant, groupOf } from '../../functions/domain/account.ts';
import { openLog } from '../../functions/log.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { sessionStore } from '../../functions/store/session-store.ts';
import { signInStore } from '../../functions/store/sign-in-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { type DashboardService, dashboardService, staffOrigin } from './dashboard-service.ts';
import { type FakeOpenId, fakeOpenId } from './fake-openid.ts';
import { hiddenFields, type Page, pageOf } from './page.ts';

/** A browser that keeps cookies, and shows them to a test. */
export interface StaffBrowser {
  cookies: Map<string, string>;
  get(path: string): Promise<Page>;
  /** As our own pages post; with other headers, as somebody else does. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ): Promise<Page>;
}

export interface StaffService extends Omit<DashboardService, 'signIn'> {
  provider: FakeOpenId;
  browser(): StaffBrowser;
  /** Follows the way to the identity provider, where this person shows the right password, and back. */
  signIn(browser: StaffBrowser, subject: string, returnTo?: string): Promise<Page>;
}

export const sessionCookie = '__Host-staff';
export const attemptCookie = '__Host-sign-in';

export const person = (subject: string, ...grants: Grant[]): Identity => ({
  subject,
  name: `Nguyễn Văn ${subject}`,
  email: `${subject}@example.vn`,
  isEnabled: true,
  grants,
});

const keepCookies = (cookies: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, pair.slice(name.length + 1));
  }
};

/** The signed-in pages with real sessions, real sign-ins and a real log before an identity provider in memory. */
export const staffService = async ({ routes }: { routes?: StaffRoute[] } = {}): Promise<StaffService> => {
  const provider = await fakeOpenId();
  const service = await dashboardService({
    ...(routes && { routes }),
    wrap: (deps, { table, clock, identities }) => {
      const accounts = accountStore(table);
      const units = unitStore(table);
      const log = openLog('dashboard');
      const { now } = clock;
      const current = currentAccounts({ provider: identities, accounts, units, log, now });
      return {
        ...deps,
        log,
        sessions: staffSessions({
          store: sessionStore(table),
          accounts: current,
          cookie: browserCookie('staff'),
          log,
          now,
        }),
        signIn: {
          ...deps.signIn,
          ...signIn({
            openId: openIdClient(provider.settings),
            attempts: signInStore(table),
            accounts: signedInAccounts({ provider: identities, accounts, units, now }),
            now,
          }),
        },
      };
    },
  });
  const { identities } = service;

  const browser = (): StaffBrowser => {
    const cookies = new Map<string, string>();
    const send = async (
      path: string,
      headers: Record<string, string>,
      init: RequestInit = {},
    ): Promise<Page> => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await service.request(path, {
        ...init,
        headers: { ...headers, ...(cookie && { cookie }) },
      });
      keepCookies(cookies, response);
      return pageOf(response);
    };
    return {
      cookies,
      get: (path) => send(path, {}),
      post: (path, fields, headers = { origin: staffOrigin, 'sec-fetch-site': 'same-origin' }) =>
        send(
          path,
          { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          { method: 'POST', body: new URLSearchParams(fields).toString() },
        ),
    };
  };

  return {
    ...service,
    provider,
    browser,
    signIn: async (from, subject, returnTo) => {
      const query = returnTo === undefined ? '' : `?return=${encodeURIComponent(returnTo)}`;
      const away = new URL((await from.get(`/dashboard/sign-in${query}`)).headers.get('location') ?? '');
      const grants = (await identities.find(subject))?.grants ?? [];
      provider.answerWith(
        await provider.idToken({
          sub: subject,
          nonce: away.searchParams.get('nonce') ?? '',
          'cognito:groups': grants.map(groupOf),
        }),
      );
      const back = new URLSearchParams({ code: 'code', state: away.searchParams.get('state') ?? '' });
      return from.get(`/dashboard/callback?${back}`);
    },
  };
};

/** What the forms of a page carry. */
export const csrfOf = (page: Page): string => hiddenFields(page)['csrf'] ?? '';
