import { beforeEach, describe, expect, it } from 'vitest';
import {
  accountWith,
  type DashboardService,
  dashboardService,
  grants,
} from '../support/dashboard-service.ts';
import { wordsOf } from '../support/page.ts';

describe('/dashboard', () => {
  let service: DashboardService;
  beforeEach(async () => {
    service = await dashboardService();
  });

  it('sends nobody to the sign-in', async () => {
    const page = await service.get('/dashboard');
    expect([page.status, page.headers.get('location')]).toEqual([303, '/dashboard/sign-in']);
  });

  it('leads a chief straight to the one commune', async () => {
    service.signIn(accountWith(grants.chief));
    expect((await service.get('/dashboard')).headers.get('location')).toBe(
      `/dashboard/commune/${grants.chief.commune}`,
    );
  });

  it('lets a chief of two communes choose', async () => {
    service.signIn(accountWith(grants.chief, grants.otherChief));
    expect(wordsOf(await service.get('/dashboard'))).toContain('Công an xã Can Lộc');
  });
});
