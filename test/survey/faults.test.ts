import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../functions/log.ts';
import { vi as texts } from '../../web/texts/vi.ts';
import { faultKinds, faults, interceptedCalls } from '../support/faults.ts';
import { captureOutput } from '../support/output.ts';
import { formActions, hiddenFields, type Page, wordsOf } from '../support/page.ts';
import { minuteMs, present } from '../support/samples.ts';
import { type Fields, readingMs, type SurveyService, surveyService } from '../support/survey-service.ts';

const calls = interceptedCalls();
let service: SurveyService;
let output: ReturnType<typeof captureOutput>;

beforeEach(async () => {
  service = await surveyService({ log: openLog('survey') });
  output = captureOutput();
});
afterEach(() => output.restore());

/** Lines that were logged since it was last asked. */
let seen = 0;
beforeEach(() => {
  seen = 0;
});
const newLogLines = (): string[] => {
  const lines = output.lines().filter((line) => line.startsWith('{'));
  const fresh = lines.slice(seen);
  seen = lines.length;
  return fresh;
};

/** A counter that fails costs a doubt, never an answer. */
const isBurstCall = (call: string): boolean => call.includes('BURST#') || call.includes('SET burst');

const expectApology = (page: Page): void => {
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(wordsOf(page)).toContain(texts.unavailable.title);
};

/**
 * Does something again and again, each time with another one of its calls failing, until it makes no further call.
 * `prepare` makes what it works on, out of reach of faults.
 */
const withEachCallFailing = async (
  fault: () => Error,
  prepare: () => Promise<() => Promise<Page>>,
  check: (page: Page, failedCall: string) => Promise<void>,
): Promise<number> => {
  for (let failing = 0; ; failing += 1) {
    const act = await prepare();
    calls.failOnly(failing, fault());
    const page = await act();
    const failedCall = calls.made()[failing];
    calls.recover();
    if (failedCall === undefined) return failing;
    await check(page, failedCall);
  }
};

interface Route {
  /** Everything that it takes of DynamoDB when nothing fails. */
  calls: number;
  path: string;
  /** What was answered before, and what is posted now. */
  fields: () => Promise<Fields>;
  /** How the stored response looks once the answer got through. */
  stored: object;
}

const freshToken = async (): Promise<string> => {
  // Ten minutes later, so that no burst is counted unless it is meant.
  service.clock.forward(10 * minuteMs);
  const token = await service.openForm();
  service.clock.forward(readingMs);
  return token;
};

const routes: Record<string, Route> = {
  'a rating': {
    calls: 4,
    path: '',
    fields: async () => ({ token: await freshToken(), overall: '2' }),
    stored: { overall: 2 },
  },
  'a rating with details and a comment': {
    calls: 6,
    path: '',
    fields: async () => ({
      token: await freshToken(),
      overall: '3',
      attitude: '1',
      visits: '2',
      comment: 'Chờ lâu\n"quá" & <mệt>',
    }),
    stored: { overall: 3, criteria: { attitude: 1 }, facts: { visits: '2' } },
  },
  'a rating in a burst': {
    calls: 5,
    path: '',
    fields: async () => {
      await freshToken();
      for (let n = 0; n < 4; n += 1) await service.rate(5);
      const token = await service.openForm();
      service.clock.forward(readingMs);
      return { token, overall: '1' };
    },
    stored: { overall: 1 },
  },
  'a rating sent again': {
    calls: 4,
    path: '',
    fields: async () => {
      const token = await freshToken();
      await service.post(`/d/${service.desk.code}`, { token, overall: '4' });
      return { token, overall: '1' };
    },
    stored: { overall: 4 },
  },
  'details with a comment': {
    calls: 5,
    path: '/details',
    fields: async () => {
      const token = await freshToken();
      await service.post(`/d/${service.desk.code}`, { token, overall: '4' });
      return { token, edition: '2', overall: '1', guidance: 'na', comment: 'Xin thêm ghế' };
    },
    stored: { overall: 1, criteria: { guidance: 'na' }, edition: 2 },
  },
};

describe.each(faultKinds)('%s', (kind) => {
  const fault = faults[kind];

  it.each(Object.entries(routes))(
    'in any call of %s loses nothing and stores nothing twice',
    async (_, route) => {
      const path = `/d/${service.desk.code}${route.path}`;
      let fields: Fields = {};
      let before = 0;
      const responsesOf = async (token: string) =>
        (await service.responses()).filter(({ id }) => id === token.split('.')[5]);

      const callCount = await withEachCallFailing(
        fault,
        async () => {
          fields = await route.fields();
          before = (await service.comments()).length;
          newLogLines();
          return () => service.post(path, fields);
        },
        async (outcome, failedCall) => {
          const page = present(outcome || undefined);
          const lines = newLogLines();
          expect(lines).toHaveLength(1);
          if (isBurstCall(failedCall)) {
            expect(page.status).toBe(200);
          } else {
            expectApology(page);
            expect(hiddenFields(page)).toEqual(fields);
            expect(formActions(page)).toContain(path);
            const again = await service.post(path, hiddenFields(page));
            expect(again.status).toBe(200);
          }
          const token = present(fields['token']);
          expect(await responsesOf(token)).toMatchObject([route.stored]);
          expect((await service.comments()).length - before).toBe(fields['comment'] ? 1 : 0);
          const secrets = [service.desk.code, token, ...(fields['comment'] ? [fields['comment']] : [])];
          expect(secrets.filter((secret) => lines[0]?.includes(secret))).toEqual([]);
        },
      );
      expect(callCount).toBe(route.calls);
    },
  );

  it.each([
    ['the home page with a desk', '/?code=CODE', 2],
    ['a form', '/d/CODE', 2],
    ['a poster', '/d/CODE/poster', 2],
    ['a QR code', '/d/CODE/qr.svg', 2],
    ['a health answer', '/healthz', 1],
  ])('in any call of %s is an apology that asks to come back', async (_, path, callCount) => {
    const made = await withEachCallFailing(
      fault,
      async () => () => service.get(path.replace('CODE', service.desk.code)),
      async (page) => {
        expectApology(page);
        expect(hiddenFields(page)).toEqual({});
        expect(newLogLines()).toHaveLength(1);
      },
    );
    expect(made).toBe(callCount);
  });

  it.each(['/c/18073', '/p/42'])('in any call of the result page %s is an apology, too', async (path) => {
    const made = await withEachCallFailing(
      fault,
      async () => () => service.get(path),
      async (page) => expectApology(page),
    );
    expect(made).toBeGreaterThan(0);
  });
});

describe('a table that answers nothing at all', () => {
  const down = () => calls.failAll(faults['a timeout']());

  it('makes the service unhealthy, and healthy again when it is back', async () => {
    down();
    expect((await service.get('/healthz')).status).toBe(503);
    calls.recover();
    expect((await service.get('/healthz')).status).toBe(200);
  });

  it('costs no page that needs no table', async () => {
    down();
    expect((await service.get('/')).status).toBe(200);
    expect((await service.get('/privacy')).status).toBe(200);
  });

  it('keeps the answer on the page however often it is sent in vain', async () => {
    const token = await freshToken();
    const fields = { token, overall: '2', comment: 'Chờ lâu' };
    down();
    let page = await service.post(`/d/${service.desk.code}`, fields);
    for (let n = 0; n < 3; n += 1) page = await service.post(`/d/${service.desk.code}`, hiddenFields(page));
    expect(hiddenFields(page)).toEqual(fields);

    calls.recover();
    expect((await service.post(`/d/${service.desk.code}`, hiddenFields(page))).status).toBe(200);
    expect(await service.responses()).toMatchObject([{ overall: 2 }]);
    expect(await service.comments()).toMatchObject([{ text: 'Chờ lâu' }]);
  });
});
