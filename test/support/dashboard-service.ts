import { accountDirectory } from '../../functions/accounts/open-account-directory.ts';
import { dashboardApp } from '../../functions/dashboard/app.tsx';
import type { DashboardDependencies } from '../../functions/dashboard/dependencies.ts';
import { browserCookie } from '../../functions/dashboard/sign-in/browser-cookie.ts';
import type { StaffRoute } from '../../functions/dashboard/staff-routes.ts';
import type { Account, Grant } from '../../functions/domain/account.ts';
import { accountStore } from '../../functions/store/account-store.ts';
import { auditStore } from '../../functions/store/audit-store.ts';
import { commentStore } from '../../functions/store/comment-store.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { rolloutStore } from '../../functions/store/rollout-store.ts';
import { settingsStore } from '../../functions/store/settings-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { engines } from './engine.ts';
import { type MemoryIdentities, memoryIdentities } from './memory-identities.ts';
import { type Page, pageOf } from './page.ts';
import { canLoc, haTinh, present, type TestClock, testClock, thanhSen } from './samples.ts';
import { type OpenTestTable, openTestTable } from './test-table.ts';

export const staffOrigin = 'http://staff.test';
/** What forms of a session of these tests carry. */
export const testCsrf = 'csrf-of-this-session';

export const grants = {
  operator: { role: 'operator' },
  admin: { role: 'province-admin', province: haTinh.code },
  reader: { role: 'province-reader', province: haTinh.code },
  chief: { role: 'commune-chief', commune: thanhSen.code },
  otherChief: { role: 'commune-chief', commune: canLoc.code },
  otherAdmin: { role: 'province-admin', province: '01' },
} as const satisfies Record<string, Grant>;

export const accountWith = (...held: Grant[]): Account => ({
  subject: `subject-${held[0]?.role}`,
  grants: held,
});

/** What the service of a test stands on. */
export interface TestWorld {
  table: Table;
  clock: TestClock;
  identities: MemoryIdentities;
}

export interface DashboardService extends OpenTestTable {
  clock: TestClock;
  /** The identity provider behind the accounts. */
  identities: MemoryIdentities;
  /** What was refused, and why. */
  refusals: string[];
  failures: string[];
  /** Who sends the following requests; undefined for nobody. */
  signIn(account: Account | undefined): void;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The same service for a browser, which asks by itself. */
  fetch(request: Request): Response | Promise<Response>;
  get(path: string): Promise<Page>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
  /** Posts fields of which several may have one name, or a form with files. */
  postBody(path: string, body: URLSearchParams | FormData): Promise<Page>;
}

/** The signed-in pages with real stores on an in-memory database, and a session that tests hand out. */
export const dashboardService = async ({
  at = '2026-11-23T08:00+07:00',
  wrap = (deps) => deps,
  routes,
}: {
  at?: string;
  wrap?: (deps: DashboardDependencies, world: TestWorld) => DashboardDependencies;
  /** Instead of the service's own. */
  routes?: StaffRoute[];
} = {}): Promise<DashboardService> => {
  const opened = await openTestTable(present(engines[0]));
  const { table } = opened;
  const clock = testClock(at);
  await unitStore(table).put(haTinh);
  const refusals: string[] = [];
  const failures: string[] = [];
  let account: Account | undefined;
  const identities = memoryIdentities();
  const app = dashboardApp(
    wrap(
      {
        sessions: {
          find: async () => account && { account, csrf: testCsrf },
          begin: async () => {},
          end: async () => {},
        },
        signIn: {
          begin: async () => ({ location: 'http://identity.test/', attempt: 'attempt' }),
          finish: async () => ({ ok: false, why: 'nobody signs in here' }),
          cookie: browserCookie('sign-in'),
          origin: staffOrigin,
          signOutHref: 'http://identity.test/sign-out',
        },
        accounts: accountDirectory({
          provider: identities,
          accounts: accountStore(table),
          units: unitStore(table),
          now: clock.now,
        }),
        units: unitStore(table),
        desks: deskStore(table),
        settings: settingsStore(table),
        audit: auditStore(table),
        promises: promiseStore(table),
        tallies: tallyStore(table),
        visits: visitsStore(table),
        rollouts: rolloutStore(table),
        comments: commentStore(table),
        log: {
          failure: (what) => failures.push(what),
          refusal: (what, why) => refusals.push(`${what}: ${why}`),
        },
        now: clock.now,
      },
      { table, clock, identities },
    ),
    routes,
  );
  const request = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(`${staffOrigin}${path}`, init);
  const postBody: DashboardService['postBody'] = async (path, body) => {
    if (!body.has('csrf')) body.set('csrf', testCsrf);
    return pageOf(await request(path, { method: 'POST', headers: { origin: staffOrigin }, body }));
  };
  return {
    ...opened,
    request,
    clock,
    identities,
    refusals,
    failures,
    signIn: (next) => {
      account = next;
    },
    get: async (path) => pageOf(await request(path)),
    post: (path, fields) => postBody(path, new URLSearchParams(fields)),
    postBody,
    fetch: (request) => app.fetch(request),
  };
};
