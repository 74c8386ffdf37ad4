import { beforeAll, describe, expect, it } from 'vitest';
import { staffRoutes } from '../../functions/dashboard/app.tsx';
import type { StaffContext, StaffRoute } from '../../functions/dashboard/staff-routes.ts';
import type { Role } from '../../functions/domain/account.ts';
import type { Action } from '../../functions/domain/authorization.ts';
import type { Province } from '../../functions/domain/unit.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { hanoi, longNamed } from '../support/sample-units.ts';
import { canLoc, thanhSen } from '../support/samples.ts';

/** Who may do what where their own grant holds. Written by hand: the code must agree with it, not it with the code. */
const allowed: Readonly<Record<Action, readonly Role[]>> = {
  see_own_pages: ['operator', 'province-admin', 'province-reader', 'commune-chief'],
  read_commune: ['operator', 'province-admin', 'province-reader', 'commune-chief'],
  report_visits: ['operator', 'province-admin', 'commune-chief'],
  write_promises: ['operator', 'province-admin', 'commune-chief'],
  read_province: ['operator', 'province-admin', 'province-reader'],
  import_visits: ['operator', 'province-admin'],
  administer: ['operator', 'province-admin'],
  read_audit: ['operator', 'province-admin'],
};

/** What changes nothing: no deed may ask for as little. */
const looking: readonly Action[] = ['see_own_pages', 'read_commune', 'read_province', 'read_audit'];

const people = {
  operator: grants.operator,
  'province-admin': grants.admin,
  'province-reader': grants.reader,
  'commune-chief': grants.chief,
} as const;
const roles = Object.keys(people).filter((role): role is Role => role in people);

let service: DashboardService;
let routes: StaffRoute[] = [];
/** Every route of the service, with an answer that only says that it was reached. */
const reached = (route: StaffRoute): StaffRoute => ({
  ...route,
  answer: async (c: StaffContext) => c.text('reached'),
});

beforeAll(async () => {
  const probe = await dashboardService({
    wrap: (deps) => {
      routes = staffRoutes(deps);
      return deps;
    },
  });
  expect(probe.failures).toEqual([]);
  service = await dashboardService({ routes: routes.map(reached) });
  await unitStore(service.table).put(hanoi satisfies Province);
});

const pathOf = ({ path }: StaffRoute, code: string): string =>
  path.replace(':code', code).replaceAll(/:\w+/g, 'anything');

const reaches = async (route: StaffRoute, code: string): Promise<boolean> => {
  const path = pathOf(route, code);
  const page = route.method === 'get' ? await service.get(path) : await service.post(path, {});
  if (page.status === 200 && page.html === 'reached') return true;
  expect(page.status, `${route.method} ${path}`).toBe(403);
  return false;
};

/** The codes that a route's address may carry: the unit of the people above, and others. */
const codesOf = ({ unit }: StaffRoute): { own: string; others: string[] } => {
  if (unit === 'province') return { own: '42', others: ['01'] };
  return unit === 'commune'
    ? { own: thanhSen.code, others: [canLoc.code, longNamed.code] }
    : { own: '', others: [] };
};

const walk = async (
  role: Role,
  expected: (route: StaffRoute) => boolean,
  codes: (route: StaffRoute) => string[],
) => {
  service.signIn(accountWith(people[role]));
  const wrong: string[] = [];
  for (const route of routes) {
    for (const code of codes(route)) {
      if ((await reaches(route, code)) !== expected(route))
        wrong.push(`${role} ${route.method} ${pathOf(route, code)}`);
    }
  }
  expect(wrong).toEqual([]);
};

describe('every route', () => {
  it('is walked', () => {
    expect(routes.length).toBeGreaterThan(0);
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  });

  it.each(roles)('is open to %s in the own unit exactly as the table says', async (role) => {
    await walk(
      role,
      ({ action, unit }) =>
        allowed[action].includes(role) && !(role === 'commune-chief' && unit === 'province'),
      (route) => [codesOf(route).own],
    );
  });

  it.each(roles)('about another unit is open to %s only when it is the operator', async (role) => {
    const inProvince = ({ unit, action }: StaffRoute): boolean =>
      unit === 'commune' && role.startsWith('province-') && allowed[action].includes(role);
    await walk(
      role,
      (route) => role === 'operator' && allowed[route.action].includes(role),
      (route) =>
        codesOf(route).others.filter((code) => code !== canLoc.code || !role.startsWith('province-')),
    );
    // Another commune of the province is not another unit to the province.
    await walk(
      role,
      (route) => role === 'operator' || inProvince(route),
      (route) => codesOf(route).others.filter((code) => code === canLoc.code),
    );
  });

  it('sends nobody to the sign-in, and takes no post from nobody', async () => {
    service.signIn(undefined);
    for (const route of routes) {
      const path = pathOf(route, codesOf(route).own);
      const page = route.method === 'get' ? await service.get(path) : await service.post(path, {});
      expect([page.status, page.html.includes('reached')], path).toEqual([
        route.method === 'get' ? 303 : 401,
        false,
      ]);
    }
  });

  it('gives nothing to an account without grants', async () => {
    service.signIn({ subject: 'nobody', grants: [] });
    for (const route of routes) expect(await reaches(route, codesOf(route).own), route.path).toBe(false);
  });

  it('that changes something asks for more than looking', () => {
    const tooLittle = routes.filter(({ method, action }) => method === 'post' && looking.includes(action));
    expect(tooLittle.map(({ path }) => path)).toEqual([]);
  });

  it('with a unit in its address is judged by that unit', () => {
    const unjudged = routes.filter(({ path, unit }) => path.includes(':code') !== (unit !== 'none'));
    expect(unjudged.map(({ path }) => path)).toEqual([]);
  });

  it('stands under /dashboard, where the gateway looks for it', () => {
    expect(routes.filter(({ path }) => !/^\/dashboard(\/|$)/.test(path))).toEqual([]);
  });
});

describe('every refusal', () => {
  it('is logged, by the pattern of the address and nothing else', async () => {
    service.signIn({ subject: 'nobody', grants: [] });
    for (const route of routes) {
      service.refusals.length = 0;
      await reaches(route, codesOf(route).own);
      expect(service.refusals).toEqual([`${route.path}: not allowed`]);
    }
  });
});
