import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDeskCode } from '../../functions/domain/desk-code.ts';
import { newKeySecret } from '../../functions/rotate-keys/token-key-secret.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { openTable } from '../../functions/store/table.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { type BundleEnvironment, invokeBundle, stopBundles } from '../support/bundles.ts';
import { engines, testTable } from '../support/engine.ts';
import { getEvent, httpAnswer, postEvent } from '../support/lambda-events.ts';
import { nightDefinitionOf, runNightOfStage } from '../support/night-of-stage.ts';
import { type SecretsEndpoint, startSecretsEndpoint } from '../support/secrets-endpoint.ts';
import { feedbackTemplate, grantsOf, partitionsOf } from './synthesized.ts';
import { startTableGuard, type TableGuard } from './table-guard.ts';

// The bundles under the very policies of the template: too few permissions fail here, and so do too many.

const template = feedbackTemplate();
const commune = { code: '18073', name: 'Thành Sen', kind: 'Phường', province: '42' } as const;
const province = { code: '42', name: 'Tỉnh Hà Tĩnh', communes: [commune] };
const desk = newDeskCode(randomBytes(8));

let secrets: SecretsEndpoint;
let guards: { survey: TableGuard; aggregate: TableGuard };
let environment: BundleEnvironment;

beforeAll(async () => {
  const [engine] = engines;
  if (!engine) throw new Error('no engine');
  const { endpoint, tableName, client } = await testTable(engine);
  const table = openTable({ TABLE_NAME: tableName }, client);
  await unitStore(table).put(province);
  await deskStore(table).add({ code: desk, name: 'Bàn 1', commune, province, status: 'active' });
  secrets = await startSecretsEndpoint('token-keys');
  secrets.makeCurrent('11111111-first', newKeySecret());
  guards = {
    survey: await startTableGuard(endpoint, grantsOf(template, 'Survey')),
    aggregate: await startTableGuard(endpoint, grantsOf(template, 'Aggregate')),
  };
  environment = {
    TABLE_NAME: tableName,
    TOKEN_KEYS_SECRET_ID: 'token-keys',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  };
});

afterAll(async () => {
  await stopBundles();
  await Promise.all([secrets, guards.survey, guards.aggregate].map((server) => server.stop()));
});

const survey = async (event: unknown) => {
  const { result } = await invokeBundle('survey', event, {
    ...environment,
    AWS_ENDPOINT_URL_DYNAMODB: guards.survey.url,
  });
  return httpAnswer(result);
};

const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';

const rate = async (): Promise<string> => {
  const form = await survey(getEvent(`/d/${desk}`));
  const token = tokenIn(form.text);
  expect((await survey(postEvent(`/d/${desk}`, { token, overall: '5' }))).status).toBe(200);
  return token;
};

const allowedOnTable = (part: string): string[] =>
  grantsOf(template, part)
    .flatMap((statement) =>
      statement.Action.flatMap((action) =>
        (partitionsOf(statement) ?? []).map((pattern) => `${action} ${pattern}`),
      ),
    )
    .toSorted();

it('the survey may do what a day at a desk needs, and no more', async () => {
  const token = await rate();
  const details = { token, edition: '2', attitude: '5', comment: 'Phục vụ tận tình' };
  expect((await survey(postEvent(`/d/${desk}/details`, details))).status).toBe(200);
  // Of ten answers five fall into the same ten minutes, whenever the clock passes into the next.
  for (let more = 0; more < 9; more += 1) await rate();
  for (const path of ['/healthz', `/c/${commune.code}`, `/p/${province.code}`, `/d/${desk}/poster`]) {
    expect((await survey(getEvent(path))).status).toBe(200);
  }
  expect(guards.survey.refused).toEqual([]);
  expect([...guards.survey.used].toSorted()).toEqual(allowedOnTable('Survey'));
});

const night = (guard: TableGuard) =>
  runNightOfStage(nightDefinitionOf(template), { ...environment, AWS_ENDPOINT_URL_DYNAMODB: guard.url });

it('the count may do what a night needs, and no more', async () => {
  await rate();
  expect((await night(guards.aggregate)).output).toMatchObject({ notCounted: [] });
  expect(guards.aggregate.refused).toEqual([]);
  expect([...guards.aggregate.used].toSorted()).toEqual(allowedOnTable('Aggregate'));
});

it('the guard refuses what the policy does not name', async () => {
  const environmentOfSurvey = { ...environment, AWS_ENDPOINT_URL_DYNAMODB: guards.survey.url };
  const { error } = await invokeBundle('aggregate', { step: 'list' }, environmentOfSurvey);
  expect(error?.message).toContain('AccessDenied');
  expect(new Set(guards.survey.refused)).toEqual(new Set(['dynamodb:Query UNITS']));
});
