import { beforeEach, describe, expect, it } from 'vitest';
import { postLimits, rateLimit } from '../../functions/survey/rate-limit.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { formActions, hiddenFields, type Page, wordsOf } from '../support/page.ts';
import { minuteMs, nonce, testClock } from '../support/samples.ts';
import { type SurveyService, surveyService } from '../support/survey-service.ts';

describe('a rate limit', () => {
  const clock = testClock();
  const taken = (limit: ReturnType<typeof rateLimit>, key: string, times: number): number[] =>
    Array.from({ length: times }, () => limit.take(key, clock.now()));

  it('gives as many at once as in a minute, and then says how long to wait', () => {
    const limit = rateLimit({ perMinute: 6, keysKept: 10 });
    expect(taken(limit, 'a', 8)).toEqual([0, 0, 0, 0, 0, 0, 10, 10]);
  });

  it('gives one again after that time, and no sooner', () => {
    const limit = rateLimit({ perMinute: 6, keysKept: 10 });
    taken(limit, 'a', 6);
    clock.forward(9_000);
    expect(limit.take('a', clock.now())).toBe(1);
    clock.forward(1_000);
    expect(taken(limit, 'a', 2)).toEqual([0, 10]);
  });

  it('is full again after a minute, and never more than full', () => {
    const limit = rateLimit({ perMinute: 6, keysKept: 10 });
    taken(limit, 'a', 9);
    clock.forward(60 * minuteMs);
    expect(taken(limit, 'a', 7).filter((seconds) => seconds > 0)).toEqual([10]);
  });

  it('says whole seconds, at least one', () => {
    const limit = rateLimit({ perMinute: 600, keysKept: 10 });
    taken(limit, 'a', 600);
    expect(limit.take('a', clock.now())).toBe(1);
  });

  it('does not let one key take from another', () => {
    const limit = rateLimit({ perMinute: 1, keysKept: 10 });
    expect([...taken(limit, 'a', 2), ...taken(limit, 'b', 1)]).toEqual([0, 60, 0]);
  });

  it('keeps so many keys and forgets the one used longest ago', () => {
    const limit = rateLimit({ perMinute: 1, keysKept: 2 });
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map((key) => limit.take(key, clock.now()))).toEqual([
      0, 0, 60, 0, 60, 0,
    ]);
  });

  it('does not run over when the clock is set back', () => {
    const limit = rateLimit({ perMinute: 2, keysKept: 2 });
    taken(limit, 'a', 2);
    clock.forward(-60 * minuteMs);
    expect(limit.take('a', clock.now())).toBe(30);
  });
});

describe('posts', () => {
  const clock = testClock();

  it('with a desk of their own each are never in one another’s way', () => {
    const limits = postLimits();
    const waits = Array.from({ length: 5_000 }, (_, n) =>
      limits.take({ desk: `desk ${n % 100}`, token: undefined }, clock.now()),
    );
    expect(Math.max(...waits)).toBe(0);
  });
});

let service: SurveyService;
let path: string;
beforeEach(async () => {
  service = await surveyService();
  path = `/d/${service.desk.code}`;
});

const expectToWait = (page: Page): void => {
  expect(page.status).toBe(429);
  expect(page.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(wordsOf(page)).toContain(texts.tooMany.title);
};

/** Posts that cost little: their token is none. */
const flood = async (times: number): Promise<Page[]> => {
  const pages: Page[] = [];
  for (let n = 0; n < times; n += 1) pages.push(await service.post(path, { token: 'x' }));
  return pages;
};

describe('one form', () => {
  const token = () => service.token({ nonce: nonce() });

  it('may be posted thirty times in a minute; the next time its answer waits on the page', async () => {
    const fields = { token: token(), overall: '2', comment: 'Chờ lâu\n"quá" & <mệt>' };
    for (let n = 0; n < 30; n += 1) expect((await service.post(path, fields)).status).toBe(200);
    const page = await service.post(path, fields);
    expectToWait(page);
    expect(hiddenFields(page)).toEqual(fields);
    expect(formActions(page)).toEqual([path]);

    service.clock.forward(1_000 * Number(page.headers.get('retry-after')));
    expect((await service.post(path, hiddenFields(page))).status).toBe(200);
    expect(await service.responses()).toHaveLength(1);
  });

  it('is counted wherever it is posted to', async () => {
    const form = token();
    await service.post(path, { token: form, overall: '4' });
    for (let n = 0; n < 29; n += 1) {
      await service.post(`${path}/language?lang=en`, { token: form, shown: 'recorded', comment: 'a' });
    }
    const details = { token: form, edition: '2', attitude: '1' };
    const page = await service.post(`${path}/details`, details);
    expectToWait(page);
    expect(formActions(page)).toEqual([`${path}/details`]);
    expect(hiddenFields(page)).toEqual(details);
    expect(await service.responses()).toMatchObject([{ edition: 1 }]);
  });

  it('does not use up what its desk may take', async () => {
    const form = token();
    for (let n = 0; n < 700; n += 1) await service.post(path, { token: form });
    expect((await service.post(path, { token: token(), overall: '5' })).status).toBe(200);
  });
});

describe('one desk', () => {
  it('takes six hundred posts at once, whoever sends them and from wherever', async () => {
    expect((await flood(600)).map(({ status }) => status)).not.toContain(429);
  });

  it('then asks to wait a second, keeps the answer, and does not touch the table', async () => {
    await flood(600);
    const fields = { token: service.token(), overall: '5' };
    const page = await service.post(path, fields);
    expectToWait(page);
    expect(page.headers.get('retry-after')).toBe('1');
    expect(hiddenFields(page)).toEqual(fields);
    expect(await service.items('RESPONSES#')).toEqual([]);
    service.clock.forward(1_000);
    expect((await service.post(path, fields)).status).toBe(200);
  });

  it('is in no other desk’s way, and its form can still be opened', async () => {
    await flood(601);
    const { otherDesk } = service;
    const token = service.token({ desk: otherDesk.code, commune: otherDesk.commune.code });
    expect((await service.post(`/d/${otherDesk.code}`, { token, overall: '5' })).status).toBe(200);
    expect((await service.get(path)).status).toBe(200);
  });

  it('is one desk however its code is written', async () => {
    await flood(600);
    expectToWait(await service.post(path.toLowerCase().replace('/d/', '/d/%20'), { token: 'x' }));
  });

  it('says so in English, too', async () => {
    await flood(600);
    const page = await service.post(`${path}?lang=en`, { token: 'x', comment: 'a' });
    expect(page.status).toBe(429);
    expect(page.html).toContain('<html lang="en">');
    expect(formActions(page)).toEqual([`${path}?lang=en`]);
  });
});
