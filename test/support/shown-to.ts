import type { Account } from '../../functions/domain/account.ts';
import type { Province } from '../../functions/domain/unit.ts';
import type { Table } from '../../functions/store/table.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { apiOn } from './api-service.ts';
import { type DashboardService, dashboardService } from './dashboard-service.ts';
import { heldKeys, surveyOn, testKey } from './survey-service.ts';

type Fetch = (path: string) => Promise<Response>;

const publicPages = ({ table, clock }: DashboardService): Fetch => {
  const log = { failure: () => {} };
  const app = surveyOn(table, { tokenKeys: heldKeys([testKey('key-a')]), log, now: clock.now });
  return async (path) => app.request(path);
};

const programs = ({ table, clock }: DashboardService, account: Account): Fetch => {
  const log = { failure: () => {}, refusal: () => {} };
  const app = apiOn(table, { accountOf: async () => account, log, now: clock.now });
  return async (path) => app.request(path, { headers: { authorization: 'Bearer token' } });
};

/** Body and headers, byte for byte. */
const wholeOf = async (response: Response): Promise<string> => {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return [String(response.status), ...headers, body].join('\n');
};

const sorts = ['', '&sort=rate', '&sort=unhappy', '&sort=answers', '&sort=response'];
const filters = ['low', 'over', 'unknown'].map((response) => `&response=${response}`);

const addressesOf = ({ code, communes }: Province) => ({
  dashboard: [
    ...[...sorts, ...filters].map((list) => `/dashboard/province/${code}?week=2026-W47${list}`),
    ...communes.slice(0, 3).map((commune) => `/dashboard/commune/${commune.code}?week=2026-W47`),
  ],
  public: [`/p/${code}`, ...communes.map((commune) => `/c/${commune.code}`)],
  api: [
    ...['1', '4', '13'].map((window) => `/api/v1/provinces/${code}/measures?window=${window}&week=2026-W47`),
    ...['json', 'csv', 'xlsx'].map(
      (format) => `/api/v1/provinces/${code}/exports?format=${format}&week=2026-W47`,
    ),
    ...communes.flatMap((commune) =>
      ['measures', 'tallies'].map((what) => `/api/v1/communes/${commune.code}/${what}?week=2026-W47`),
    ),
  ],
});

/**
 * Everything that somebody is shown of a province and its communes: pages in every order, public pages, what programs
 * get, and files.
 */
export const shownTo = async (
  account: Account,
  province: Province,
  fill: (table: Table) => Promise<void>,
): Promise<Map<string, string>> => {
  const service = await dashboardService();
  await unitStore(service.table).put(province);
  await fill(service.table);
  service.signIn(account);
  const addresses = addressesOf(province);
  const ways: [Fetch, string[]][] = [
    [(path) => service.request(path), addresses.dashboard],
    [publicPages(service), addresses.public],
    [programs(service, account), addresses.api],
  ];
  const shown = new Map<string, string>();
  for (const [fetch, paths] of ways)
    for (const path of paths) shown.set(path, await wholeOf(await fetch(path)));
  return shown;
};
