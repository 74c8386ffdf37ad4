import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaffScripts, staffScriptAddresses } from '../../functions/dashboard/browser-scripts.ts';
import { openTable } from '../../functions/store/table.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { builtBundle } from '../../infra/bundles.ts';
import { stopBundles } from '../support/bundles.ts';
import { addIdentity, type DeployedDashboard, deployedDashboard } from '../support/deployed-dashboard.ts';
import { engines, testTable } from '../support/engine.ts';
import { haTinh, present } from '../support/samples.ts';

let dashboard: DeployedDashboard;

beforeAll(async () => {
  const table = await testTable(present(engines[0]));
  await unitStore(openTable({ TABLE_NAME: table.tableName }, table.client)).put(haTinh);
  dashboard = await deployedDashboard(table);
  await addIdentity(dashboard.file, 'admin', { role: 'province-admin', province: '42' });
});

afterAll(async () => {
  await stopBundles();
  await dashboard.stop();
});

const csrfIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const desksPage = '/dashboard/province/42/desks';

describe('the dashboard that is deployed', () => {
  it('lets nobody in who has not signed in', async () => {
    const answer = await dashboard.browser().get(desksPage);
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `/dashboard/sign-in?return=${encodeURIComponent(desksPage)}`,
    ]);
  });

  it('leads from the sign-in to the pages, and out again', async () => {
    const browser = dashboard.browser();
    const back = await browser.signIn('admin');
    expect([back.status, back.headers['location']]).toEqual([303, '/dashboard']);
    const page = await browser.get(desksPage);
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'private, no-store']);

    const out = await browser.post('/dashboard/sign-out', { csrf: csrfIn(page.text) });
    expect([out.status, out.headers['refresh']]).toEqual([
      200,
      `0; url=${dashboard.origin}/identity/sign-out?logout_uri=${encodeURIComponent(`${dashboard.origin}/dashboard/signed-out`)}`,
    ]);
    expect((await browser.get(desksPage)).status).toBe(303);
  });

  it('takes a code once', async () => {
    const browser = dashboard.browser();
    await browser.signIn('admin');
    expect((await browser.get('/dashboard/callback?code=x&state=y')).status).toBe(400);
  });

  it('answers programs with the same numbers under the same rules', async () => {
    const token = await dashboard.accessToken('admin');
    expect((await dashboard.api('/provinces/42/desks', token)).status).toBe(200);
    expect((await dashboard.api('/provinces/01/desks', token)).status).toBe(403);
    expect((await dashboard.api('/provinces/42/desks', `${token}x`)).status).toBe(401);
  });

  it('serves the scripts of its pages', async () => {
    const scripts = readStaffScripts(pathToFileURL(join(builtBundle('dashboard').directory, 'browser/')));
    for (const address of Object.values(staffScriptAddresses(scripts))) {
      const { status, headers } = await dashboard.browser().get(address);
      expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    }
  });

  it('writes a line for what it refused, and none for anything else', async () => {
    dashboard.log.length = 0;
    const browser = dashboard.browser();
    await browser.signIn('admin');
    await browser.get(desksPage);
    expect(dashboard.log).toEqual([]);
    await browser.get('/dashboard/province/01/desks');
    expect(dashboard.log).toHaveLength(1);
    expect(dashboard.log[0]).not.toMatch(/admin|Nguyễn|example|"01"/);
  });
});
