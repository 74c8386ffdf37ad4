import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MeasuresSchema } from '../../functions/api/schemas.ts';
import type { Grant } from '../../functions/domain/account.ts';
import { nightlyStores, nightWith } from '../support/aggregation.ts';
import { type ApiService, apiService } from '../support/api-service.ts';
import { responsesOf } from '../support/commune-weeks.ts';
import { accountWith, grants } from '../support/dashboard-service.ts';
import type { Brought } from '../support/province-weeks.ts';
import { thanhSen, week } from '../support/samples.ts';
import { communeCalled, usual, type World, withCriterion, world } from '../support/twin-worlds.ts';

const { code } = communeCalled('An Lộc');
/** Readers see what admins see; test/dashboard/province-hides.test.ts asks as one. */
const roles: Record<string, Grant> = {
  chief: { role: 'commune-chief', commune: code },
  admin: grants.admin,
};

const queries = [
  ...[1, 4, 13].map((window) => `measures?window=${window}`),
  ...['json', 'csv', 'xlsx'].map((format) => `exports?format=${format}`),
];
const addresses = [
  ...queries.flatMap((query) => [`/communes/${code}/${query}`, `/provinces/42/${query}`]),
  ...['tallies', 'tallies?week=2026-W48', 'measures?week=2026-W48'].map(
    (query) => `/communes/${code}/${query}`,
  ),
];

const serviceFor = async (grant: Grant, fill: World): Promise<ApiService> => {
  const service = await apiService();
  await fill(service.table);
  service.signIn(accountWith(grant));
  return service;
};

/** Every answer with its headers, byte by byte. */
const answersOf = async (service: ApiService, asked = addresses): Promise<Map<string, string>> => {
  const answers = new Map<string, string>();
  for (const path of asked) {
    const response = await service.request(path);
    const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
    answers.set(path, JSON.stringify([response.status, [...response.headers], body]));
  }
  return answers;
};

type Twins = [World, World];

const answersOfBoth = async (grant: Grant, [one, other]: Twins, asked = addresses) => ({
  first: await answersOf(await serviceFor(grant, one), asked),
  second: await answersOf(await serviceFor(grant, other), asked),
});

const told = (...weeks: Brought[]): World => world({ 'An Lộc': weeks });

const waiting: Twins = [
  told(usual, { rated: 9, unhappy: 9, flagged: 3 }),
  told(usual, { rated: 4, flagged: 8 }),
];
const othersUnderTen: Twins = [
  world({ 'Cẩm Hòa': [{ rated: 9, unhappy: 9 }], 'Kỳ Anh': [{ rated: 1 }] }),
  world({ 'Cẩm Hòa': [{ rated: 3 }], 'Kỳ Anh': [{ rated: 8, unhappy: 8 }] }),
];
/** What neither a chief nor a province may tell apart. */
const twins: Record<string, Twins> = {
  'the open week': [told(usual), world({}, { 'An Lộc': [{ rated: 40, unhappy: 40, visits: 50 }] })],
  'weeks that wait for ten answers': waiting,
  'how few are flagged': [told({ ...usual, flagged: 1 }), told({ ...usual, flagged: 9 })],
  'a criterion that few rated': [told(withCriterion([9, 0, 0, 0, 0])), told(withCriterion([0, 0, 0, 0, 2]))],
  'other communes under ten': othersUnderTen,
};

describe.each(Object.entries(roles))('answers and tags for a program of the %s', (_, grant) => {
  it.each(Object.entries(twins))('tell nothing of %s', async (_, pair) => {
    const { first, second } = await answersOfBoth(grant, pair);
    for (const [path, answer] of first) expect(second.get(path), path).toBe(answer);
  });
});

it.each(Object.entries(twins))('the operator does see %s', async (_, pair) => {
  const { first, second } = await answersOfBoth(grants.operator, pair);
  expect(second).not.toEqual(first);
});

it('what may be seen does change every answer about an ended week', async () => {
  const changed = told({ rated: 150, unhappy: 20, visits: 300 });
  const ended = addresses.filter((path) => !path.includes('W48'));
  const { first, second } = await answersOfBoth(grants.admin, [world({}), changed], ended);
  for (const [path, answer] of first) {
    expect(answer, path).toMatch(/^\[200/);
    expect(second.get(path), path).not.toBe(answer);
  }
});

it('who has the tag of one world is told that nothing has changed in the other', async () => {
  const [one, other] = [
    await serviceFor(grants.admin, waiting[0]),
    await serviceFor(grants.admin, waiting[1]),
  ];
  const path = '/provinces/42/measures?window=4';
  const tag = (await one.request(path)).headers.get('etag') ?? '';
  const headers = { authorization: 'Bearer token', 'if-none-match': tag };
  expect((await other.request(path, { headers })).status).toBe(304);
});

/** A list from its first page to its last. */
const pagesOf = async (service: ApiService, cursor = ''): Promise<unknown[]> => {
  const page = await service.json(`/provinces/42/measures?limit=3${cursor}`);
  const { next } = z.parse(MeasuresSchema, page);
  return next === null ? [page] : [page, ...(await pagesOf(service, `&cursor=${next}`))];
};

it('pages and cursors are the same whatever is hidden', async () => {
  const first = await pagesOf(await serviceFor(grants.admin, othersUnderTen[0]));
  const second = await pagesOf(await serviceFor(grants.admin, othersUnderTen[1]));
  expect(first).toHaveLength(3);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

it('fewer than ten late answers of a provisional week change no answer until it closes', async () => {
  const service = await apiService();
  const stores = nightlyStores(service.table);
  const night = (moment: string) => {
    service.clock.moveTo(moment);
    return nightWith({ ...stores, log: { failure: () => {} }, now: service.clock.now });
  };
  service.signIn(accountWith(grants.chief));
  const shown = () =>
    answersOf(
      service,
      queries.map((query) => `/communes/${thanhSen.code}/${query}`),
    );

  await stores.responses.addAll(responsesOf(thanhSen, week('2026-W47'), { fives: 40 }));
  await night('2026-11-23T00:15+07:00');
  const onMonday = await shown();
  await stores.responses.addAll(responsesOf(thanhSen, week('2026-W47'), { ones: 9 }));
  await night('2026-11-25T01:30+07:00');
  expect(await shown()).toEqual(onMonday);
  await night('2026-12-02T01:30+07:00');
  const closed = await shown();
  for (const [path, answer] of onMonday) expect(closed.get(path), path).not.toBe(answer);
});
