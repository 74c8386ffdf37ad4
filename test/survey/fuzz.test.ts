import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { deskStore } from '../../functions/store/desk-store.ts';
import { batchOfPosts, type FuzzedPost, markupOf, nonceOf, reflectedTags } from '../support/fuzzed-posts.ts';
import { dayMs, deskCode, minuteMs, present, sampleDesk } from '../support/samples.ts';
import { type SurveyService, surveyService, testKey } from '../support/survey-service.ts';

const batchCount = 200;
const batchSize = 100;
const desks = Array.from({ length: 40 }, (_, n) => sampleDesk({ code: deskCode(100 + n) }));

let service: SurveyService;
/** Tags and attributes that pages have of their own. */
const ownMarkup = new Set<string>();

beforeAll(async () => {
  service = await surveyService();
  for (const desk of desks) await deskStore(service.table).add(desk);
  await learnOwnMarkup();
});

const learnOwnMarkup = async (): Promise<void> => {
  const { rate, post, desk, token } = service;
  const path = `/d/${desk.code}`;
  const wrong = { comment: 'a'.repeat(501), visits: '9', attitude: '1' };
  const { token: rated, page: thanks } = await rate(5);
  const pages = [
    thanks,
    await service.get(path),
    await service.get('/nothing'),
    await post(`${path}/details`, { token: rated, edition: '2', ...wrong }),
    await post(path, { token: token(), ...wrong }),
    await post(path, { token: token(), overall: '9', website: '' }),
    await post(`${path}/language?lang=en`, { token: rated, shown: 'unavailable' }),
    await post(`${path}/language?lang=en`, { token: rated, shown: 'too_late', comment: 'a' }),
    await post(`${path}/language?lang=en`, { token: rated, shown: 'recorded', comment: 'a', visits: '1' }),
  ];
  for (const { html } of pages) for (const part of markupOf(html)) ownMarkup.add(part);
};

const deskOf = (n: number) => present(desks[n % desks.length]);

/** The token that a post carries, if any. */
const tokenOf = ({ desk, form, token }: FuzzedPost, batch: number): string | undefined => {
  const { code } = deskOf(token === 'other desk' ? desk + 1 : desk);
  const nonce = nonceOf(`${batch} ${code} ${form}`);
  const issuedAt = new Date(service.clock.now().getTime() - (token === 'old' ? 9 * dayMs : minuteMs));
  const key = token === 'signed by nobody' ? { ...testKey('key-c'), id: 'key-b' } : testKey('key-b');
  const issued = service.token({ desk: code, nonce, issuedAt }, key);
  if (token === 'missing') return undefined;
  if (token === 'cut') return issued.slice(0, -3);
  return token === 'hostile' ? `${issued}"><zqx>` : issued;
};

interface Accepted {
  nonce: string;
  overall: string | undefined;
}

const accepted: Accepted[] = [];
const statuses = new Map<number, number>();

const send = async (post: FuzzedPost, batch: number): Promise<void> => {
  const token = tokenOf(post, batch);
  const pairs = [...(token === undefined ? [] : [['token', token]]), ...post.fields.map((pair) => [...pair])];
  const path = `/d/${deskOf(post.desk).code}${post.route}${post.query}`;
  const page = await service.post(path, `${new URLSearchParams(pairs)}${post.tail}`);

  statuses.set(page.status, (statuses.get(page.status) ?? 0) + 1);
  expect([200, 400, 409]).toContain(page.status);
  expect(reflectedTags(page.html, [...post.fields.flat(), token ?? ''])).toEqual([]);
  expect([...markupOf(page.html)].filter((part) => !ownMarkup.has(part))).toEqual([]);
  if (post.route === '' && page.status === 200) {
    const [, overall] = post.fields.find(([name]) => name === 'overall') ?? [];
    accepted.push({ nonce: present(token?.split('.')[5]), overall });
  }
};

describe(`${batchCount * batchSize} posts, valid, nearly valid and hostile`, () => {
  it('give no failure and no markup back, and each accepted one is stored once', async () => {
    const startedAt = performance.now();
    const before = (await service.items('RESPONSES#')).length;
    let batch = 0;
    await fc.assert(
      fc.asyncProperty(batchOfPosts(batchSize), async (posts) => {
        batch += 1;
        // Another ten minutes and full limits for each batch: neither bursts nor limits are looked at here.
        service.clock.forward(10 * minuteMs);
        await Promise.all(posts.map((post) => send(post, batch)));
      }),
      { numRuns: batchCount },
    );
    expect(service.failures).toEqual([]);

    const stored = (await service.items('RESPONSES#')).map(({ sk }) => sk);
    const nonces = new Set(accepted.map(({ nonce }) => nonce));
    const storedOnce = stored.filter((sk) => nonces.has(sk));
    expect(storedOnce.toSorted()).toEqual([...nonces].toSorted());
    expect(stored).toHaveLength(nonces.size + before);

    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const counts = [...statuses].toSorted().map(([status, count]) => `${count} × ${status}`);
    process.stdout.write(
      `${batchCount * batchSize} posts in ${seconds} s: ${counts.join(', ')}; ${accepted.length} ratings accepted, ${nonces.size} responses stored\n`,
    );
    expect(nonces.size).toBeGreaterThan(2_000);
  }, 300_000);
});
