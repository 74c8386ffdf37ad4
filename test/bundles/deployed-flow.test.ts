import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { feedbackTemplate } from '../infra/synthesized.ts';
import { type BundleEnvironment, invokeBundle, stopBundles } from '../support/bundles.ts';
import { engines, testTable } from '../support/engine.ts';
import { getEvent, type HttpAnswer, httpAnswer, postEvent } from '../support/lambda-events.ts';
import { nightDefinitionOf, runNightOfStage } from '../support/night-of-stage.ts';
import { type SecretsEndpoint, startSecretsEndpoint } from '../support/secrets-endpoint.ts';

// Nothing here is imported from functions/ or web/: the bundles of `npm run build` are all that runs, the count in the
// order that the synthesised template says, filled and read by the admin commands as on a deployed stage.

const secretId = 'token-keys';
const units = `province_code,province_name,commune_code,commune_name,kind
42,Tỉnh Hà Tĩnh,18073,Thành Sen,Phường
42,Tỉnh Hà Tĩnh,18133,Hương Sơn,Xã
`;
/** Sooner, and the survey doubts that a person answered. */
const readingMs = 2_200;

let folder: string;
let secrets: SecretsEndpoint;
let environment: BundleEnvironment;
let desk: string;

const Desks = z.object({ code: z.string() });
const Exported = z.object({
  communes: z.array(
    z.object({ commune: z.string(), rated: z.number(), satisfied: z.number(), all: z.number() }),
  ),
});

const admin = async (...args: string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'infra/admin/main.ts', ...args, '--table', environment['TABLE_NAME'] ?? ''],
    {
      env: {
        ...process.env,
        ...environment,
        AWS_REGION: 'ap-southeast-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        TABLE_NAME: '',
      },
    },
  );
  return JSON.parse(stdout);
};

const survey = async (event: unknown): Promise<HttpAnswer> =>
  httpAnswer((await invokeBundle('survey', event, environment)).result);

const newToken = async (): Promise<string> => {
  const { text } = await survey(getEvent(`/d/${desk}`, { 'accept-encoding': 'identity' }));
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
};

beforeAll(async () => {
  const engine = engines[0];
  if (!engine) throw new Error('no engine');
  const table = await testTable(engine);
  secrets = await startSecretsEndpoint(secretId);
  secrets.makeCurrent('3f0c1a52-0000-4000-8000-000000000001', JSON.stringify({ secret: 'a'.repeat(43) }));
  environment = {
    TABLE_NAME: table.tableName,
    TOKEN_KEYS_SECRET_ID: secretId,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  };
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-bundles-'));
  const file = join(folder, 'units.csv');
  await writeFile(file, units);
  await admin('units', 'import', file);
  desk = Desks.parse(await admin('desks', 'add', '--commune', '18073', '--name', 'Bàn một cửa số 1')).code;
});

afterAll(async () => {
  await stopBundles();
  await secrets.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the bundles that are deployed', () => {
  it('answer a scan, store each rating once, count them by the schedule', async () => {
    const tokens = [await newToken(), await newToken(), await newToken()];
    await sleep(readingMs);
    const ratings = ['5', '4', '2'];
    for (const [i, token] of tokens.entries()) {
      const answer = await survey(postEvent(`/d/${desk}`, { token, overall: ratings[i] ?? '' }));
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('Cảm ơn Ông/Bà');
    }
    const replay = await survey(postEvent(`/d/${desk}`, { token: tokens[2] ?? '', overall: '5' }));
    expect(replay.status).toBe(200);

    const night = await runNightOfStage(nightDefinitionOf(feedbackTemplate()), environment);
    expect(night.output).toMatchObject({
      counted: [{ province: '42', progress: { responses: 3 } }],
      notCounted: [],
    });

    const week = isoWeekNow();
    const exported = Exported.parse(
      await admin(
        'export',
        '--province',
        '42',
        '--week',
        week,
        '--window',
        '1',
        '--audience',
        'operator',
        '--format',
        'json',
      ),
    );
    expect(exported.communes.find(({ commune }) => commune === '18073')).toMatchObject({
      rated: 3,
      satisfied: 2,
      all: 3,
    });
  });

  it('write no log line for a successful answer', async () => {
    const token = await newToken();
    const { stdout, stderr } = await invokeBundle(
      'survey',
      postEvent(`/d/${desk}`, { token, overall: '3' }),
      environment,
    );
    expect([...stdout, ...stderr]).toEqual([]);
  });

  it('accept a form of the key before, once the secret has been rotated', async () => {
    const token = await newToken();
    secrets.makeCurrent('7b2d9c11-0000-4000-8000-000000000002', JSON.stringify({ secret: 'b'.repeat(43) }));
    await stopBundles();
    expect(await newToken()).toMatch(/^7b2d9c11\./);
    expect((await survey(postEvent(`/d/${desk}`, { token, overall: '4' }))).status).toBe(200);
  });

  it.each([
    ['GET', '/', 200],
    ['GET', '/privacy', 200],
    ['GET', '/healthz', 200],
    ['GET', '/c/18073', 200],
    ['GET', '/p/42', 200],
    ['GET', '/c/99999', 404],
    ['GET', '/d/00000000', 404],
    ['GET', '/nothing', 404],
  ])('answer %s %s with %i', async (_, path, status) => {
    expect((await survey(getEvent(path))).status).toBe(status);
  });

  it('print the address of the request on a poster when none is set', async () => {
    const { text } = await survey(getEvent(`/d/${desk}/poster`, { 'accept-encoding': 'identity' }));
    expect(text).toContain('test.execute-api.ap-southeast-1.amazonaws.com');
  });

  it('say 503 and give the answer back when the table is out of reach', async () => {
    const token = await newToken();
    const cut = { ...environment, AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' };
    const answer = httpAnswer(
      (await invokeBundle('survey', postEvent(`/d/${desk}`, { token, overall: '4' }), cut)).result,
    );
    expect(answer.status).toBe(503);
    expect(answer.text).toContain(`value="${token}"`);
    expect(answer.text).toContain('name="overall" value="4"');
  });
});

/** The current ISO week in Ho Chi Minh City, by a way of its own. */
const isoWeekNow = (): string => {
  const local = new Date(Date.now() + 7 * 3_600_000);
  const thursday = new Date(local);
  thursday.setUTCDate(local.getUTCDate() + 4 - (local.getUTCDay() || 7));
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday.getTime() - yearStart) / 86_400_000 + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
};
