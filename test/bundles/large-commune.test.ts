import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { tallyOfAll } from '../../functions/domain/tally.ts';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { keys } from '../../functions/store/keys.ts';
import { nightlyStores, variedResponses } from '../support/aggregation.ts';
import { invokeBundle, stopBundles } from '../support/bundles.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';
import { engines } from '../support/engine.ts';
import { present, provinceOf } from '../support/samples.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

const week = lastEndedWeek(new Date());
const province = provinceOf(1);
const commune = present(province.communes[0]).code;

/** A page of one megabyte holds some more; there are a hundred of them. */
const responses = variedResponses(2_000, { commune, week, arrival: week });
const pages = 100;
/** Less than what 200,000 responses would take up, several times. */
const heapMegabytes = 48;

let opened: OpenTestTable;
let proxy: DatabaseProxy;

const Query = z.object({ ExclusiveStartKey: z.optional(z.object({ sk: z.object({ S: z.string() }) })) });

/** The partition as a hundred pages of the same responses: to fill it would take longer than to count it. */
const answerPages = (): DatabaseProxy['answerInstead'] => {
  const { pk } = keys.responses(commune, week);
  const items = JSON.stringify(responses.map(({ id, ...kept }) => marshall({ sk: id, ...kept })));
  return ({ operation, body }) => {
    if (operation !== 'Query' || !body.includes(`"${pk}"`)) return undefined;
    const { ExclusiveStartKey } = Query.parse(JSON.parse(body));
    const page = 1 + Number(ExclusiveStartKey?.sk.S ?? 0);
    const next = { pk: { S: pk }, sk: { S: String(page) } };
    const more = page < pages ? `,"LastEvaluatedKey":${JSON.stringify(next)}` : '';
    return `{"Items":${items},"Count":${responses.length},"ScannedCount":${responses.length}${more}}`;
  };
};

beforeAll(async () => {
  opened = await openTestTable(present(engines[0]));
  await nightlyStores(opened.table).units.put(province);
  proxy = await startDatabaseProxy(opened.endpoint);
  proxy.answerInstead = answerPages();
});

afterAll(async () => {
  await stopBundles();
  await proxy.stop();
});

async function* oneAfterAnother<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) yield value;
}

it(`200,000 responses of one commune are counted in a heap of ${heapMegabytes} MB`, async () => {
  const { error, result } = await invokeBundle(
    'aggregate',
    { step: 'count', province: province.code, weeks: [week] },
    {
      TABLE_NAME: opened.tableName,
      AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
      NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}`,
    },
  );
  expect(error).toBeUndefined();
  expect(result).toMatchObject({ progress: { counted: 1, of: 1, responses: 200_000 } });

  const { summary } = present(await nightlyStores(opened.table).tallies.find(commune, week));
  const ofPage = await tallyOfAll(oneAfterAnother(responses));
  expect(summary.counted).toEqual(ofPage.summary.counted.map((count) => count * pages));
});
