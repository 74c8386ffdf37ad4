import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { deskStore } from '../../functions/store/desk-store.ts';
import type { Table } from '../../functions/store/table.ts';
import {
  batchOfPosts,
  type FuzzedPost,
  formsInBatch,
  markupReader,
  nonceOf,
  reflectedTags,
} from '../support/fuzzed-posts.ts';
import { dayMs, deskCode, minuteMs, present, sampleDesk } from '../support/samples.ts';
import { type SurveyService, surveyService, testKey } from '../support/survey-service.ts';

const batchCount = 200;
const batchSize = 100;
const desks = Array.from({ length: formsInBatch }, (_, n) => sampleDesk({ code: deskCode(100 + n) }));

/** As a running service does, which remembers its desks: a read for each post would take most of the time here. */
const rememberingGets = (table: Table): Table => {
  const desksRead = new Map<string, ReturnType<Table['get']>>();
  const get: Table['get'] = (key, options) => {
    if (!key.pk.startsWith('DESK#')) return table.get(key, options);
    const known = desksRead.get(key.pk) ?? table.get(key, options);
    desksRead.set(key.pk, known);
    return known;
  };
  return { ...table, get };
};

let service: SurveyService;
/** The ratings that were posted under a nonce. */
const said = new Map<string, Set<unknown>>();
const accepted: string[] = [];
/** Tags and attributes that pages have of their own. */
const markup = markupReader();

beforeAll(async () => {
  service = await surveyService({ wrap: rememberingGets });
  for (const desk of desks) await deskStore(service.table).add(desk);
  await learnOwnMarkup();
});

const learnOwnMarkup = async (): Promise<void> => {
  const post: SurveyService['post'] = (...request) => service.post(...request);
  const path = `/d/${service.desk.code}`;
  const wrong = { comment: 'a'.repeat(501), visits: '9', attitude: '1' };
  const { token: rated, page: thanks } = await service.rate(5);
  accepted.push(present(rated.split('.')[5]));
  said.set(present(rated.split('.')[5]), new Set([5]));
  const pages = [
    thanks,
    await service.get(path),
    await service.get('/nothing'),
    await post(`${path}/details`, { token: rated, edition: '2', ...wrong }),
    await post(path, { token: service.token(), ...wrong }),
    await post(path, { token: service.token(), overall: '9', website: '' }),
    await post(`${path}/language?lang=en`, { token: rated, shown: 'unavailable' }),
    await post(`${path}/language?lang=en`, { token: rated, shown: 'too_late', comment: 'a' }),
    await post(`${path}/language?lang=en`, { token: rated, shown: 'recorded', comment: 'a', visits: '1' }),
  ];
  for (const { html } of pages) markup.learn(html);
};

const deskOf = (form: number) => present(desks[form % desks.length]);

/** The token that a post carries, if any. */
const tokenOf = ({ form, token }: FuzzedPost, batch: number): string | undefined => {
  const { code } = deskOf(token === 'other desk' ? form + 1 : form);
  const nonce = nonceOf(`${batch} ${code}`);
  const issuedAt = new Date(service.clock.now().getTime() - (token === 'old' ? 9 * dayMs : minuteMs));
  const key = token === 'signed by nobody' ? { ...testKey('key-c'), id: 'key-b' } : testKey('key-b');
  const issued = service.token({ desk: code, nonce, issuedAt }, key);
  if (token === 'missing') return undefined;
  if (token === 'cut') return issued.slice(0, -3);
  return token === 'hostile' ? `${issued}"><zqx>` : issued;
};

const statuses = new Map<number, number>();

const send = async (post: FuzzedPost, batch: number): Promise<void> => {
  const token = tokenOf(post, batch);
  const body = new URLSearchParams(token === undefined ? {} : { token });
  for (const [name, value] of post.fields) body.append(name, value);
  const path = `/d/${deskOf(post.form).code}${post.route}${post.query}`;
  const sent = `${body}${post.tail}`;
  const page = await service.post(path, sent);

  statuses.set(page.status, (statuses.get(page.status) ?? 0) + 1);
  expect([200, 400, 409]).toContain(page.status);
  const foreign = [
    ...reflectedTags(page.html, [...post.fields.flat(), token ?? '']),
    ...markup.unknown(page.html),
  ];
  expect(foreign).toEqual([]);

  const nonce = token?.split('.')[5] ?? '';
  if (post.route === '' && page.status === 200) accepted.push(nonce);
  const ratings = new URLSearchParams(sent).getAll('overall').map(Number);
  said.set(nonce, new Set([...(said.get(nonce) ?? []), ...ratings]));
};

describe(`${batchCount * batchSize} posts, valid, nearly valid and hostile`, () => {
  it('give no failure and no markup back, and each accepted one is stored once', async () => {
    const startedAt = performance.now();
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

    const stored = await service.items('RESPONSES#');
    const nonces = new Set(accepted);
    expect(stored.map(({ sk }) => sk).toSorted()).toEqual([...nonces].toSorted());
    expect(stored.filter(({ sk, overall }) => !said.get(sk)?.has(overall))).toEqual([]);

    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const counts = [...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${count} × ${status}`);
    process.stdout.write(
      `${batchCount * batchSize} posts in ${seconds} s: ${counts.join(', ')}; ${accepted.length} ratings accepted, ${nonces.size} responses stored\n`,
    );
    expect(nonces.size).toBeGreaterThan(2_000);
  }, 300_000);
});
