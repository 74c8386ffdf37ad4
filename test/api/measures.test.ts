import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aggregateProvince } from '../../functions/aggregate/aggregate-province.ts';
import { ExportSchema, MeasuresSchema, TalliesSchema } from '../../functions/api/schemas.ts';
import { dayOf } from '../../functions/domain/day.ts';
import { addWeeks } from '../../functions/domain/iso-week.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { visitsStore } from '../../functions/store/visits-store.ts';
import { type ApiService, apiService } from '../support/api-service.ts';
import { accountWith, grants } from '../support/dashboard-service.ts';
import { canLoc, deskCode, haTinh, sampleDesk, sampleResponse, thanhSen, week } from '../support/samples.ts';

const ended = week('2026-W47');
const open = week('2026-W48');

/** Thành Sen has 36 answers in three ended weeks and 5 in the open one, Can Lộc 7 in all. */
describe('measures for other programs', () => {
  let service: ApiService;

  beforeAll(async () => {
    service = await apiService();
    const responses = responseStore(service.table);
    const many = (count: number, about: Parameters<typeof sampleResponse>[0]) =>
      Array.from({ length: count }, (_, n) => sampleResponse({ overall: n % 6 === 0 ? 2 : 5, ...about }));
    const weeks = [addWeeks(ended, -2), addWeeks(ended, -1), ended];
    await responses.addAll([
      ...weeks.flatMap((each) => many(12, { week: each, arrival: each })),
      ...many(5, { week: open, arrival: open }),
      ...many(7, { week: ended, arrival: ended, commune: canLoc.code, desk: deskCode(2) }),
    ]);
    const stores = { responses, tallies: tallyStore(service.table) };
    await aggregateProvince(stores, haTinh, { weeks: [...weeks, open], now: service.clock.now() });
    await deskStore(service.table).add(sampleDesk());
  });

  it('give a chief the own commune, and nothing of the province', async () => {
    service.signIn(accountWith(grants.chief));
    const shown = z.parse(ExportSchema, await service.json(`/communes/${thanhSen.code}/measures`));
    expect(shown.communes.map(({ commune, rated }) => [commune, rated])).toEqual([[thanhSen.code, 36]]);
    expect([shown.level, shown.priorStrength]).toEqual([null, null]);
  });

  it('hide what is under ten answers from the province', async () => {
    service.signIn(accountWith(grants.reader));
    const { items } = z.parse(MeasuresSchema, await service.json('/provinces/42/measures'));
    const { rated, satisfied, low, tier } = items.find(({ commune }) => commune === canLoc.code) ?? {};
    expect([rated, satisfied, low, tier]).toEqual([null, null, null, 'insufficient']);
  });

  it('hide nothing from the operator, the open week included', async () => {
    service.signIn(accountWith(grants.operator));
    const { items } = z.parse(
      MeasuresSchema,
      await service.json(`/provinces/42/measures?week=${open}&window=1`),
    );
    expect(items.map(({ rated }) => rated)).toEqual([5, 0]);
  });

  it.each(['2026-W48', '2027-W01', '2026-W54', 'yesterday'])('refuse the week %s', async (asked) => {
    service.signIn(accountWith(grants.reader));
    const response = await service.request(`/provinces/42/measures?week=${asked}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ field: 'week', status: 400 });
  });

  it('refuse parameters that there are not', async () => {
    service.signIn(accountWith(grants.reader));
    const response = await service.request('/provinces/42/measures?weak=2026-W47');
    expect(await response.json()).toMatchObject({ type: '/api/v1/problems/invalid-request', field: 'weak' });
  });

  it('tell how many of those who came answered, for the weeks that were reported', async () => {
    service.signIn(accountWith(grants.chief));
    const report = { commune: thanhSen, week: addWeeks(ended, -1), visits: 48, by: 'chief' };
    await visitsStore(service.table).report({ ...report, on: dayOf(service.clock.now()) }, 0);
    const { items } = z.parse(TalliesSchema, await service.json(`/communes/${thanhSen.code}/tallies`));
    expect(items.map(({ responseRate }) => responseRate)).toEqual([null, 0.25, null]);
    const shown = z.parse(ExportSchema, await service.json(`/communes/${thanhSen.code}/measures`));
    expect(shown.communes[0]?.responseRate).toBe(0.25);
  });

  it('tell counts over time in blocks of ten answers or more', async () => {
    service.signIn(accountWith(grants.chief));
    const { items } = z.parse(TalliesSchema, await service.json(`/communes/${thanhSen.code}/tallies`));
    expect(items.map(({ from, rated }) => [from, rated])).toEqual([
      ['2026-W45', 12],
      ['2026-W46', 12],
      ['2026-W47', 12],
    ]);
  });

  it('come page by page, each commune once', async () => {
    service.signIn(accountWith(grants.reader));
    const first = z.parse(MeasuresSchema, await service.json('/provinces/42/measures?limit=1'));
    const second = z.parse(
      MeasuresSchema,
      await service.json(`/provinces/42/measures?limit=1&cursor=${first.next}`),
    );
    expect([...first.items, ...second.items].map(({ commune }) => commune)).toEqual([
      thanhSen.code,
      canLoc.code,
    ]);
    expect(second.next).toBeNull();
  });

  it('are answered with 304 to who has them already', async () => {
    service.signIn(accountWith(grants.reader));
    const tag = (await service.request('/provinces/42/measures')).headers.get('etag') ?? '';
    const again = await service.request('/provinces/42/measures', {
      headers: { authorization: 'Bearer token', 'if-none-match': tag },
    });
    expect(again.status).toBe(304);
  });

  it('come as a file that a spreadsheet opens', async () => {
    service.signIn(accountWith(grants.reader));
    const response = await service.request('/provinces/42/exports?format=xlsx');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="thuoc-do-42-2026-W47-13\.xlsx"$/,
    );
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('are the numbers of the export, to the last decimal', async () => {
    service.signIn(accountWith(grants.reader));
    const { items } = z.parse(MeasuresSchema, await service.json('/provinces/42/measures?window=4'));
    const file = z.parse(ExportSchema, await service.json('/provinces/42/exports?window=4&format=json'));
    expect(items).toEqual(file.communes);
  });
});
