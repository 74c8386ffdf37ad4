import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { staffRoutes } from '../../functions/dashboard/app.tsx';
import type { StaffRoute } from '../../functions/dashboard/staff-routes.ts';
import { addWeeks, weekOf } from '../../functions/domain/iso-week.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { sessionStore } from '../../functions/store/session-store.ts';
import { openTable, type Table } from '../../functions/store/table.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { visitsField } from '../../web/staff/pages/visits-page.tsx';
import { stopBundles } from '../support/bundles.ts';
import { communeWeeks } from '../support/commune-weeks.ts';
import { dashboardService } from '../support/dashboard-service.ts';
import {
  addIdentity,
  type BundleBrowser,
  type DeployedDashboard,
  deployedDashboard,
} from '../support/deployed-dashboard.ts';
import { engines, testTable } from '../support/engine.ts';
import type { Page } from '../support/page.ts';
import { samplePromise } from '../support/sample-promises.ts';
import { canLoc, deskCode, haTinh, present, sampleDesk, testClock, thanhSen } from '../support/samples.ts';
import { fieldsToSend } from '../support/staff-forms.ts';
import { feedbackTemplate, grantsOf, partitionsOf } from './synthesized.ts';
import { startTableGuard, type TableGuard } from './table-guard.ts';

// The built dashboard under the very policy of the template: too few permissions fail here, and so do too many.

const template = feedbackTemplate();
const lastWeek = addWeeks(weekOf(new Date()), -1);
const province = `/dashboard/province/${haTinh.code}`;

const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

let dashboard: DeployedDashboard;
let table: Table;
let guard: TableGuard;
let browser: BundleBrowser;
let staff: StaffRoute[] = [];

/** An address for the pattern of a route. */
const addressOf = ({ path, unit }: Pick<StaffRoute, 'path' | 'unit'>): string =>
  path
    .replace(/:code|\{code\}/, unit === 'commune' ? thanhSen.code : haTinh.code)
    .replace(':commune', thanhSen.code)
    .replace(':desk', deskCode(1))
    .replace(':id', promise.id)
    .replace(':subject', 'chief')
    .replace('{week}', addWeeks(lastWeek, -1));

const pageAt = async (path: string): Promise<Page> => {
  const { status, headers, text } = await browser.get(path);
  expect([path, status]).toEqual([path, 200]);
  return { status, headers: new Headers(headers), html: text };
};

/** Opens a page and presses the button of one of its forms, with some fields filled in. */
const submit = async (
  page: string,
  action: string,
  filled: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const kept = fieldsToSend(await pageAt(page), action).filter(([name]) => !Object.hasOwn(filled, name));
  const answer = await browser.post(action, [...kept, ...Object.entries(filled)]);
  const isTaken = answer.status === 303 || answer.status === 200;
  expect([action, isTaken ? '' : answer.text]).toEqual([action, '']);
};

/** As if the session had last been used some minutes ago: the next use is then written down. */
const letMinutesPass = async (): Promise<void> => {
  const [, id = ''] = present(browser.cookies.get('__Host-staff')).split('.');
  const { session } = await sessionStore(table).find(id, 'admin');
  const { lastSeenAt, ...others } = present(session);
  await sessionStore(table).keep(id, { ...others, lastSeenAt: lastSeenAt - 5 * 60 });
};

const desk = `${province}/desks/${deskCode(1)}`;
const questions = `${province}/questionnaire`;
const holidays = `${province}/holidays`;
const rollout = `${province}/rollout`;
const accounts = `${province}/accounts`;
const visits = `/dashboard/commune/${thanhSen.code}/visits`;
const promises = `/dashboard/commune/${thanhSen.code}/promises`;
const promise = samplePromise();
const nextYear = (monthAndDay: string): string => `${new Date().getFullYear() + 1}-${monthAndDay}`;
/** What people do, in an order in which it can be done: the pattern of the route, and how. */
const deeds: readonly (readonly [pattern: string, deed: () => Promise<void>])[] = [
  [
    '/dashboard/province/:code/desks/new',
    () => submit(`${province}/desks/new`, `${province}/desks/new`, { name: 'Bàn 9', commune: thanhSen.code }),
  ],
  ['/dashboard/province/:code/desks/:desk', () => submit(desk, desk, { name: 'Bàn đổi tên' })],
  ['/dashboard/province/:code/desks/:desk/retire', () => submit(desk, `${desk}/retire`)],
  ['/dashboard/province/:code/desks/:desk/reopen', () => submit(desk, `${desk}/reopen`)],
  ['/dashboard/province/:code/questionnaire', () => submit(questions, questions, { isPublic: '' })],
  [
    '/dashboard/province/:code/questionnaire/:commune',
    () =>
      submit(`${questions}/${thanhSen.code}`, `${questions}/${thanhSen.code}`, { procedures: 'residence' }),
  ],
  [
    '/dashboard/province/:code/holidays',
    () => submit(holidays, holidays, { day: nextYear('05-04'), name: 'Nghỉ bù' }),
  ],
  [
    '/dashboard/commune/:code/promises/new',
    () =>
      submit(`${promises}/new`, `${promises}/new`, {
        text: 'Thêm một bàn tiếp nhận vào sáng thứ Hai',
        criterion: 'waiting',
        dueBy: nextYear('06-30'),
      }),
  ],
  [
    '/dashboard/commune/:code/promises/:id',
    () => submit(`${promises}/${promise.id}`, `${promises}/${promise.id}`, { text: 'Thêm ghế ngồi chờ' }),
  ],
  ['/dashboard/commune/:code/visits', () => submit(visits, visits, { [visitsField(lastWeek)]: '31' })],
  [
    '/dashboard/province/:code/visits',
    () =>
      submit(`${province}/visits`, `${province}/visits`, {
        text: `commune,week,visits\n${canLoc.code},${lastWeek},27`,
      }),
  ],
  [
    '/dashboard/province/:code/accounts/new',
    () =>
      submit(`${accounts}/new`, `${accounts}/new`, {
        name: 'Phạm Thị Dung',
        email: 'dung@example.vn',
        grant: `commune-chief:${canLoc.code}`,
      }),
  ],
  [
    '/dashboard/province/:code/accounts/:subject',
    () => submit(`${accounts}/chief`, `${accounts}/chief`, { grant: `commune-chief:${canLoc.code}` }),
  ],
  [
    '/dashboard/province/:code/accounts/:subject/disable',
    () => submit(`${accounts}/chief`, `${accounts}/chief/disable`),
  ],
  [
    '/dashboard/province/:code/accounts/:subject/enable',
    () => submit(`${accounts}/chief`, `${accounts}/chief/enable`),
  ],
  [
    '/dashboard/province/:code/rollout',
    () => submit(rollout, rollout, { table: `${thanhSen.code}, 1, ${nextYear('01-05')}` }),
  ],
  ['/dashboard/province/:code/holidays/open', () => submit(holidays, `${holidays}/open`)],
  ['/dashboard/province/:code/holidays/close', () => submit(holidays, `${holidays}/close`)],
];

beforeAll(async () => {
  const { endpoint, tableName, client } = await testTable(present(engines[0]));
  table = openTable({ TABLE_NAME: tableName }, client);
  await unitStore(table).put(haTinh);
  await deskStore(table).add({ ...sampleDesk(), version: 1 });
  await promiseStore(table).put(haTinh.code, promise);
  const weeks = communeWeeks({ table, clock: testClock(new Date().toISOString()) });
  await weeks.answers(thanhSen, lastWeek, [{ fives: 20 }, { fives: 20 }]);
  await weeks.count(addWeeks(lastWeek, -1), lastWeek);
  guard = await startTableGuard(endpoint, grantsOf(template, 'Dashboard'));
  dashboard = await deployedDashboard({ endpoint: guard.url, tableName });
  await addIdentity(dashboard.file, 'admin', { role: 'province-admin', province: haTinh.code });
  await dashboardService({
    wrap: (deps) => {
      staff = staffRoutes(deps);
      return deps;
    },
  });
  await addIdentity(dashboard.file, 'chief', { role: 'commune-chief', commune: thanhSen.code });
  await dashboard.browser().signIn('chief');
  browser = dashboard.browser();
  expect((await browser.signIn('admin')).status).toBe(303);
});

afterAll(async () => {
  await stopBundles();
  await Promise.all([guard.stop(), dashboard.stop()]);
});

it('every deed of the signed-in pages is done below', () => {
  const posts = staff.filter(({ method }) => method === 'post').map(({ path }) => path);
  expect(posts.toSorted()).toEqual(deeds.map(([pattern]) => pattern).toSorted());
});

const look = async (): Promise<void> => {
  for (const route of staff.filter(({ method }) => method === 'get')) {
    const { status } = await browser.get(addressOf(route));
    expect([route.path, guard.refused]).toEqual([route.path, []]);
    expect([200, 303], route.path).toContain(status);
  }
};

it('the dashboard may do what its pages, their deeds and other programs need, and no more', async () => {
  await look();
  for (const [, deed] of deeds) await deed();
  await letMinutesPass();
  // Some pages read more once something has been done.
  await look();

  const token = await dashboard.accessToken('admin');
  const description = Description.parse(JSON.parse((await dashboard.api('/openapi.json', token)).text));
  for (const [path, methods] of Object.entries(description.paths)) {
    const unit = path.startsWith('/communes') ? 'commune' : 'province';
    for (const method of Object.keys(methods)) {
      // A second report corrects the first one.
      const bodies = method === 'put' ? [12, 14].map((visits, seen) => ({ visits, seen })) : [undefined];
      const query = path.endsWith('/exports') ? '?format=json' : '';
      for (const body of bodies) {
        const { status } = await dashboard.api(`${addressOf({ path, unit })}${query}`, token, body);
        expect([`${method} ${path}`, status]).toEqual([`${method} ${path}`, 200]);
      }
    }
  }

  const csrf = /name="csrf" value="([^"]+)"/.exec((await pageAt(`${province}/desks`)).html)?.[1] ?? '';
  expect((await browser.post('/dashboard/sign-out', { csrf })).status).toBe(200);

  expect(guard.refused).toEqual([]);
  const allowed = grantsOf(template, 'Dashboard').flatMap((statement) =>
    statement.Action.flatMap((action) =>
      (partitionsOf(statement) ?? []).map((pattern) => `${action} ${pattern}`),
    ),
  );
  expect([...guard.used].toSorted()).toEqual(allowed.toSorted());
});
