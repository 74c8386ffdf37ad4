import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { VisitsSchema } from '../../functions/api/schemas.ts';
import { Unavailable } from '../../functions/unavailable.ts';
import { type ApiService, apiService } from '../support/api-service.ts';
import { accountWith, grants } from '../support/dashboard-service.ts';
import { thanhSen } from '../support/samples.ts';

const visits = `/communes/${thanhSen.code}/visits`;

describe('visits reported by other programs', () => {
  let service: ApiService;
  beforeEach(async () => {
    service = await apiService();
    service.signIn(accountWith(grants.chief));
  });

  it('can be read again with their revision and day', async () => {
    await service.put(`${visits}/2026-W47`, { visits: 61, seen: 0 });
    expect(z.parse(VisitsSchema, await service.json(visits)).items).toEqual([
      { week: '2026-W47', visits: 61, revision: 1, on: '2026-11-23' },
    ]);
  });

  it('are stored once when they are sent twice', async () => {
    const sent = async () => (await service.put(`${visits}/2026-W47`, { visits: 61, seen: 0 })).json();
    expect(await sent()).toEqual(await sent());
  });

  it('are not overwritten by who has not seen them', async () => {
    await service.put(`${visits}/2026-W47`, { visits: 61, seen: 0 });
    const second = await service.put(`${visits}/2026-W47`, { visits: 16, seen: 0 });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('61 visits at revision 1');
  });

  it.each([
    [{ visits: -1, seen: 0 }, 'visits'],
    [{ visits: 1_000_000, seen: 0 }, 'visits'],
    [{ visits: '61', seen: 0 }, 'visits'],
    [{ visits: 61 }, 'seen'],
    [{ visits: 61, seen: 0, by: 'me' }, 'by'],
  ])('are refused as %j, naming the field', async (body, field) => {
    const response = await service.put(`${visits}/2026-W47`, body);
    expect([response.status, await response.json()]).toMatchObject([400, { field }]);
  });

  it.each(['2026-W48', '2026-W54', '2019-W01', 'now'])('are refused for the week %s', async (week) => {
    expect((await service.put(`${visits}/${week}`, { visits: 61, seen: 0 })).status).toBe(400);
  });

  it('are refused when the body is no JSON or too large', async () => {
    const send = (body: string) =>
      service.request(`${visits}/2026-W47`, {
        method: 'PUT',
        body,
        headers: { authorization: 'Bearer token' },
      });
    expect([(await send('{')).status, (await send('x'.repeat(20_000))).status]).toEqual([400, 413]);
  });

  it('meet a table that does not answer with 503 and when to try again', async () => {
    service = await apiService({
      wrap: (table) => ({
        ...table,
        update: async () => {
          throw new Unavailable('table', new Error('throttled'));
        },
      }),
    });
    service.signIn(accountWith(grants.chief));
    const response = await service.put(`${visits}/2026-W47`, { visits: 61, seen: 0 });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });
});
