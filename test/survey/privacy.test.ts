import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expiryOf } from '../../functions/domain/retention.ts';
import { openLog } from '../../functions/log.ts';
import { nightlyStores, nightWith } from '../support/aggregation.ts';
import { momentsIn } from '../support/moments.ts';
import { captureOutput } from '../support/output.ts';
import { hourMs, minuteMs, week } from '../support/samples.ts';
import { type Fields, readingMs, type SurveyService, surveyService } from '../support/survey-service.ts';
import type { StoredItem } from '../support/test-table.ts';

/** What networks and browsers tell of a person without being asked. */
const traces = {
  'x-forwarded-for': '203.0.113.77, 198.51.100.3',
  forwarded: 'for="[2001:db8:cafe::17]:4711";proto=https',
  'x-real-ip': '203.0.113.78',
  'cf-connecting-ip': '203.0.113.79',
  'cf-ipcountry': 'VN',
  'cloudfront-viewer-address': '203.0.113.80:46532',
  'user-agent': 'Mozilla/5.0 (Linux; Android 10; SM-A107F) Zalo/23.11 Mobile Safari/537.36',
  'sec-ch-ua-model': '"SM-A107F"',
  cookie: 'zalo_id=tracking-cookie-4711; _ga=GA1.2.345',
  referer: 'http://survey.test/d/from-chat',
  'accept-language': 'vi-VN,en-GB;q=0.7',
};
const secrets = (
  '203.0.113 198.51.100 2001:db8 4711 46532 Mozilla Android SM-A107F Zalo Safari tracking-cookie GA1.2 from-chat ' +
  'vi-VN en-GB'
).split(' ');

const visits = 48;

let service: SurveyService;
let items: StoredItem[];
const moments: Date[] = [];
const tokens: string[] = [];
let output: ReturnType<typeof captureOutput>;
let successOutput: string;

const visit = async (n: number): Promise<void> => {
  const path = `/d/${service.desk.code}`;
  const post = async (where: string, fields: Fields) => {
    moments.push(service.clock.now());
    return service.post(where, fields, traces);
  };
  await service.get(`/?code=${service.desk.code}`, traces);
  await service.get(path, traces);
  const token = await service.openForm();
  tokens.push(token);
  service.clock.forward(readingMs);
  // Every sixth answer comes from an outbox, the week of its visit with it.
  await post(path, { token, overall: `${(n % 5) + 1}`, ...(n % 6 === 0 && { week: '2026-W46' }) });
  await post(path, { token, overall: '5' });
  service.clock.forward(minuteMs);
  const details = { token, edition: '2', attitude: '5', visits: '1', procedure: 'other' };
  await post(`${path}/details`, { ...details, comment: `Gọi 0912345678, lần ${n % 7}` });
  await post(`${path}/details`, details);
  // Some come in a hurry, so that a burst is counted; then it is quiet for a while.
  service.clock.forward(n % 8 < 6 ? 20_000 : hourMs);
};

beforeAll(async () => {
  const log = openLog('survey');
  service = await surveyService({ at: '2026-11-18T07:13:27.481+07:00', log });
  output = captureOutput();
  for (let n = 0; n < visits; n += 1) await visit(n);
  const duringTheDay = await service.items();
  await nightWith({ ...nightlyStores(service.table), log, now: service.clock.now });
  items = [...duringTheDay, ...(await service.items())];
  successOutput = output.text();
});

afterAll(() => output.restore());

/** Every name and value in an item, however deep, as text. */
const leavesOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object' && !(value instanceof Uint8Array)
    ? Object.entries(value).flatMap(([name, part]) => [name, ...leavesOf(part)])
    : [String(value)];

const numbersOf = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : [];
};

const ofKind = (prefix: string): StoredItem[] => items.filter(({ pk }) => pk.startsWith(prefix));

/** For each bit of ids of so many bytes, whether it is the same in all of them. */
const fixedBits = (ids: readonly string[]): number[] => {
  const bits = ids.map((id) =>
    [...Buffer.from(id, 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join(''),
  );
  const [first = ''] = bits;
  return Array.from(first).flatMap((bit, place) =>
    bits.every((other) => other[place] === bit) ? [place] : [],
  );
};

describe('after a day of answers the table', () => {
  it('holds what was answered: the walk below walks over something', () => {
    for (const kind of ['RESPONSES#', 'COMMENTS#', 'BURST#', 'TALLIES#', 'PROVINCE#', 'DESK#']) {
      expect(ofKind(kind).length, kind).toBeGreaterThan(0);
    }
    expect(new Set(ofKind('RESPONSES#').map(({ sk }) => sk)).size).toBe(visits);
  });

  it('holds no network address, device, browser, cookie or referring page', () => {
    const text = items.flatMap(leavesOf).join('\n');
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/\b\d{1,3}(?:\.\d{1,3}){3}\b/);
  });

  it('holds no moment of an answer, however it is spelt', () => {
    expect(momentsIn(items.flatMap(leavesOf).join('\n'), moments)).toEqual([]);
  });

  it('holds no number but small counts and the expiry of a week', () => {
    const expiries = [week('2026-W46'), week('2026-W47')].flatMap((each) => [
      expiryOf(each, 24),
      expiryOf(each, 12),
    ]);
    const others = items.flatMap(numbersOf).filter((number) => number > 1_000);
    expect(others.filter((number) => !expiries.includes(number))).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
  });

  it('holds no token and nothing that its signature could be made from', () => {
    const text = items.flatMap(leavesOf).join('\n');
    for (const token of tokens) expect(text).not.toContain(token.slice(-43));
  });

  it('names answers and comments by bits that are all random: no version, no time, no counter', () => {
    expect(fixedBits(ofKind('RESPONSES#').map(({ sk }) => sk))).toEqual([]);
    expect(fixedBits(ofKind('COMMENTS#').map(({ sk }) => sk))).toEqual([]);
  });

  it('lets every answer of a week expire at the same moment, comments among themselves too', () => {
    for (const kind of ['RESPONSES#', 'COMMENTS#']) {
      const pairs = ofKind(kind).map((item) => `${String(item['week'])} ${String(item['expiresAt'])}`);
      expect(new Set(pairs).size).toBe(2);
    }
  });

  it('has no burst counter left once the night is over', async () => {
    expect(await service.items('BURST#')).toEqual([]);
  });
});

describe('the log', () => {
  it('has not one line of a day on which everything went well', () => {
    expect(successOutput).toBe('');
  });

  it('has one line for a failure, which names no desk, no person and no answer', async () => {
    const before = output.lines().length;
    const token = tokens[0] ?? '';
    const broken = await surveyService({
      log: openLog('survey'),
      wrap: (table) => ({ ...table, put: () => Promise.reject(new Error(`no ${token} for you`)) }),
    });
    const fields = { token: broken.token(), overall: '1', attitude: '2' };
    expect((await broken.post(`/d/${broken.desk.code}`, fields, traces)).status).toBe(500);

    const lines = output.lines().slice(before);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('/d/:code');
    const named = [
      broken.desk.code,
      token,
      fields.token.slice(-43),
      fields.token.split('.')[5] ?? '',
      ...secrets,
    ];
    expect(named.filter((each) => lines[0]?.includes(each))).toEqual([]);
  });
});

describe('this test would notice', () => {
  const at = new Date('2026-11-18T09:05:07.123+07:00');

  it.each([
    ['milliseconds', String(at.getTime())],
    ['milliseconds inside a word', `a${at.getTime()}b`],
    ['seconds', String(at.getTime() / 1000)],
    ['the ten minutes of the clock', String(Math.floor(at.getTime() / 600_000))],
    ['base 36', `${at.getTime().toString(36)}-x`],
    [
      'an id of version 7',
      `0${at.getTime().toString(16)}`.replace(/^.{8}/, '$&-').concat('-7cc3-98c4-dc0c0c07398f'),
    ],
    ['ISO text', at.toISOString()],
    ['a local date', '18/11/2026'],
  ])('a moment as %s', (_, text) => {
    expect(momentsIn(text, [at])).not.toEqual([]);
  });
});
