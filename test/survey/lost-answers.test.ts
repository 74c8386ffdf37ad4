import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { hiddenFields } from '../support/page.ts';
import { minuteMs } from '../support/samples.ts';
import { readingMs, type SurveyService, surveyService } from '../support/survey-service.ts';

/**
 * From here on the database does what it is told, but its answers to some commands are lost on the way, so often.
 * It is the SDK itself that sees the timeout and decides whether to try again.
 */
const loseAnswers = (client: DynamoDBClient, command: string, times: number) => {
  let lost = 0;
  let isOver = false;
  // It keeps the steps that it has taken once: here comes another one.
  client.config.cacheMiddleware = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (isOver || context.commandName !== command || lost >= times) return next(args);
      lost += 1;
      // Any answer, also that a condition did not hold.
      await next(args).catch(() => undefined);
      throw Object.assign(new Error('socket timed out'), { name: 'TimeoutError' });
    },
    { step: 'finalizeRequest', priority: 'low', name: `lost answers to ${command}` },
  );
  return {
    lost: () => lost,
    end: () => {
      isOver = true;
    },
  };
};

/** More often than the SDK tries. */
const always = 100;

let service: SurveyService;
let path: string;
beforeEach(async () => {
  service = await surveyService();
  path = `/d/${service.desk.code}`;
});

describe('a rating that was stored although the answer of the database was lost', () => {
  it('is stored once when the SDK tries again, and thanked for', async () => {
    const { lost } = loseAnswers(service.client, 'PutItemCommand', 1);
    const { page } = await service.rate(4);
    expect(lost()).toBe(1);
    expect(page.status).toBe(200);
    expect(await service.responses()).toMatchObject([{ overall: 4, edition: 1 }]);
  });

  it('is stored once when the person sends the apology’s form', async () => {
    const losing = loseAnswers(service.client, 'PutItemCommand', always);
    const { page } = await service.rate(4);
    losing.end();
    expect(losing.lost()).toBeGreaterThan(1);
    expect(page.status).toBe(503);
    expect(await service.responses()).toHaveLength(1);

    const again = await service.post(path, hiddenFields(page));
    expect(again.status).toBe(200);
    expect(await service.responses()).toMatchObject([{ overall: 4, edition: 1 }]);
  });

  it('has its comment once, too', async () => {
    const losing = loseAnswers(service.client, 'PutItemCommand', always);
    const { page } = await service.rate(4, { comment: 'Chờ lâu' });
    losing.end();
    expect(page.status).toBe(503);
    expect((await service.post(path, hiddenFields(page))).status).toBe(200);
    expect(await service.responses()).toHaveLength(1);
    expect(await service.comments()).toMatchObject([{ text: 'Chờ lâu', edition: 1 }]);
  });

  it('is stored once when two identical posts meet the loss at once', async () => {
    const token = await service.openForm();
    service.clock.forward(readingMs);
    loseAnswers(service.client, 'PutItemCommand', 2);
    const fields = { token, overall: '2' };
    const pages = await Promise.all([service.post(path, fields), service.post(path, fields)]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect(await service.responses()).toMatchObject([{ overall: 2 }]);
  });
});

describe('a correction that was stored although the answer was lost', () => {
  const correction = { edition: '2', overall: '1', attitude: '3' };
  const isStoredOnce = async () =>
    expect(await service.responses()).toMatchObject([{ overall: 1, criteria: { attitude: 3 }, edition: 2 }]);

  it('is stored once when the SDK tries again', async () => {
    const { token } = await service.rate(4);
    service.clock.forward(minuteMs);
    loseAnswers(service.client, 'UpdateItemCommand', 1);
    expect((await service.post(`${path}/details`, { token, ...correction })).status).toBe(200);
    await isStoredOnce();
  });

  it('is stored once when the person sends it again', async () => {
    const { token } = await service.rate(4);
    service.clock.forward(minuteMs);
    const losing = loseAnswers(service.client, 'UpdateItemCommand', always);
    const page = await service.post(`${path}/details`, { token, ...correction });
    losing.end();
    expect(page.status).toBe(503);
    expect((await service.post(`${path}/details`, hiddenFields(page))).status).toBe(200);
    await isStoredOnce();
  });
});

describe('a read whose answer was lost', () => {
  it('is done again and nobody notices', async () => {
    const { lost } = loseAnswers(service.client, 'GetItemCommand', 2);
    expect((await service.rate(4)).page.status).toBe(200);
    expect(lost()).toBe(2);
  });
});
