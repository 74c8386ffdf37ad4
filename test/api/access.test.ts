import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../functions/api/app.ts';
import type { ApiDependencies } from '../../functions/api/dependencies.ts';
import { type ApiService, apiService } from '../support/api-service.ts';
import { accountWith, grants } from '../support/dashboard-service.ts';
import { canLoc, thanhSen } from '../support/samples.ts';

const who = [...Object.keys(grants), 'nobody'] as (keyof typeof grants | 'nobody')[];

/** Who may, in Hà Tĩnh and its commune Thành Sen: written down by hand, route by route. */
const allowed: Readonly<Record<string, readonly (typeof who)[number][]>> = {
  'get /units': ['operator', 'admin', 'reader', 'chief', 'otherChief', 'otherAdmin'],
  'get /provinces/{code}/desks': ['operator', 'admin', 'reader'],
  'get /provinces/{code}/measures': ['operator', 'admin', 'reader'],
  'get /provinces/{code}/exports': ['operator', 'admin', 'reader'],
  'get /communes/{code}/measures': ['operator', 'admin', 'reader', 'chief'],
  'get /communes/{code}/exports': ['operator', 'admin', 'reader', 'chief'],
  'get /communes/{code}/tallies': ['operator', 'admin', 'reader', 'chief'],
  'get /communes/{code}/visits': ['operator', 'admin', 'reader', 'chief'],
  'put /communes/{code}/visits/{week}': ['operator', 'admin', 'chief'],
};

const routes = apiRoutes({} as ApiDependencies);
const named = ({ method, path }: (typeof routes)[number]): string => `${method} ${path}`;

describe('access to the interface', () => {
  let service: ApiService;
  beforeAll(async () => {
    service = await apiService();
  });

  it('is written down for every route', () => {
    expect(routes.map(named).toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  const cases = routes.flatMap((route) => who.map((person) => ({ route, person, name: named(route) })));

  it.each(cases)('of $person to $name is as written down', async ({ route, person, name }) => {
    service.signIn(person === 'nobody' ? undefined : accountWith(grants[person]));
    const path = route.path
      .replace('{code}', route.unit === 'commune' ? thanhSen.code : '42')
      .replace('{week}', '2026-W47');
    const response =
      route.method === 'put'
        ? await service.put(path, { visits: 40, seen: 0 })
        : await service.request(path.endsWith('exports') ? `${path}?format=csv` : path);
    const expected = person === 'nobody' ? [401] : allowed[name]?.includes(person) ? [200, 409] : [403];
    expect(expected).toContain(response.status);
  });
});

describe('a refusal', () => {
  let service: ApiService;
  beforeEach(async () => {
    service = await apiService();
  });

  it('does not tell whether a unit exists', async () => {
    service.signIn(accountWith(grants.chief));
    const [other, none] = await Promise.all(
      [canLoc.code, '99999'].map(async (code) => (await service.request(`/communes/${code}/tallies`)).text()),
    );
    expect(other).toBe(none);
  });

  it('is logged without who, where or what', async () => {
    service.signIn(accountWith(grants.chief));
    await service.request(`/communes/${canLoc.code}/tallies?week=2026-W47`);
    expect(service.refusals).toEqual(['/api/v1/communes/{code}/tallies: not allowed']);
  });

  it('says how to sign in', async () => {
    const response = await service.request('/units', { headers: {} });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it.each([
    '/communes/%2e%2e/provinces/42/desks',
    `/communes/${canLoc.code}%00/tallies`,
    '/provinces/42/../01/desks',
  ])('meets the made-up address %s', async (path) => {
    service.signIn(accountWith(grants.chief));
    expect([403, 404]).toContain((await service.request(path)).status);
  });

  it('lists in /units only what an account may read', async () => {
    service.signIn(accountWith(grants.chief));
    expect(await service.json('/units')).toMatchObject({ items: [{ code: thanhSen.code }], next: null });
  });
});
