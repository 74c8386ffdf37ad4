import { apiApp } from '../../functions/api/app.ts';
import type { ApiDependencies } from '../../functions/api/dependencies.ts';
import type { Account } from '../../functions/domain/account.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { engines } from './engine.ts';
import { haTinh, present, type TestClock, testClock } from './samples.ts';
import { type OpenTestTable, openTestTable } from './test-table.ts';

export interface ApiService extends OpenTestTable {
  clock: TestClock;
  refusals: string[];
  failures: string[];
  /** Who the token of the following requests stands for; undefined for a token that is not accepted. */
  signIn(account: Account | undefined): void;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of an answer that has to be 200. */
  json(path: string): Promise<unknown>;
  put(path: string, body: unknown): Promise<Response>;
}

/** The interface for other programs with real stores on a table. */
export const apiOn = (table: Table, others: Pick<ApiDependencies, 'accountOf' | 'log' | 'now'>) =>
  apiApp({
    units: unitStore(table),
    desks: deskStore(table),
    tallies: tallyStore(table),
    visits: visitsStore(table),
    ...others,
  });

/** The interface for other programs with real stores on an in-memory database; tokens are taken at their word. */
export const apiService = async ({
  wrap = (table) => table,
}: {
  wrap?: (table: Table) => Table;
} = {}): Promise<ApiService> => {
  const opened = await openTestTable(present(engines[0]));
  const clock = testClock('2026-11-23T08:00+07:00');
  await unitStore(opened.table).put(haTinh);
  const refusals: string[] = [];
  const failures: string[] = [];
  let account: Account | undefined;
  const app = apiOn(wrap(opened.table), {
    accountOf: async (token) => (token === 'token' ? account : undefined),
    log: {
      failure: (what) => failures.push(what),
      refusal: (what, why) => refusals.push(`${what}: ${why}`),
    },
    now: clock.now,
  });
  const request: ApiService['request'] = async (path, init = {}) =>
    app.request(`/api/v1${path}`, { headers: { authorization: 'Bearer token' }, ...init });
  return {
    ...opened,
    clock,
    refusals,
    failures,
    signIn: (next) => {
      account = next;
    },
    request,
    json: async (path) => {
      const response = await request(path);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    put: (path, body) =>
      request(path, {
        method: 'PUT',
        headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
};
