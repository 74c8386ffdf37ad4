import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { weekOf } from '../../functions/domain/iso-week.ts';
import type { Province } from '../../functions/domain/unit.ts';
import { lastClosedWeek, lastEndedWeek, unclosedWeeks } from '../../functions/domain/week-life.ts';
import { feedbackTemplate } from '../infra/synthesized.ts';
import { nightlyStores, storedTallies, variedResponses } from '../support/aggregation.ts';
import { type BundleEnvironment, stopBundles } from '../support/bundles.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';
import { engines } from '../support/engine.ts';
import { nightDefinitionOf, runNightOfStage } from '../support/night-of-stage.ts';
import { deskCode, present } from '../support/samples.ts';
import { tallyByHand } from '../support/tally-by-hand.ts';
import { type OpenTestTable, openTestTable } from '../support/test-table.ts';

// The synthesised state machine calls the bundle that Lambda gets, on an embedded database, through what goes wrong.

const definition = nightDefinitionOf(feedbackTemplate());

const provinceOf = (code: string, name: string, communes: number): Province => ({
  code,
  name,
  communes: Array.from({ length: communes }, (_, n) => ({
    code: `${code}0${String(n).padStart(2, '0')}`,
    name: `Xã số ${n + 1}`,
    kind: 'Xã',
    province: code,
  })),
});
const haNoi = provinceOf('01', 'Thành phố Hà Nội', 2);
const haTinh = provinceOf('42', 'Tỉnh Hà Tĩnh', 5);
const communes = [haNoi, haTinh].flatMap((province) => province.communes);

const week = lastEndedWeek(new Date());
const weeks = unclosedWeeks(new Date());
const responses = communes.flatMap(({ code }, n) =>
  variedResponses(4 + n, { commune: code, week, arrival: week }),
);

let opened: OpenTestTable;
let stores: ReturnType<typeof nightlyStores>;
let proxy: DatabaseProxy;
let environment: BundleEnvironment;

beforeAll(async () => {
  opened = await openTestTable(present(engines[0]));
  proxy = await startDatabaseProxy(opened.endpoint);
  environment = { TABLE_NAME: opened.tableName, AWS_ENDPOINT_URL_DYNAMODB: proxy.url };
  stores = nightlyStores(opened.table);
  for (const province of [haTinh, haNoi]) await stores.units.put(province);
  await stores.responses.addAll(responses);
});

afterAll(async () => {
  await stopBundles();
  await proxy.stop();
});

/** An answer that nobody can have given, so that its province can't be counted. */
const broken = { pk: `RESPONSES#${present(haNoi.communes[0]).code}#${week}`, sk: 'broken', week, overall: 9 };
const mend = () => opened.table.delete({ pk: broken.pk, sk: broken.sk });

beforeEach(async () => {
  proxy.isThrottled = () => false;
  await mend();
  const items = (await opened.items()).filter(({ pk }) => /^(TALLIES|PROVINCE)#/.test(pk));
  await Promise.all(items.map(({ pk, sk }) => opened.table.delete({ pk, sk })));
  for (const { code } of [haNoi, haTinh]) {
    await stores.tallies.closeUpTo(code, lastClosedWeek(new Date()));
  }
});

const Output = z.object({
  counted: z.array(
    z.object({
      province: z.string(),
      progress: z.object({ counted: z.number(), of: z.number(), responses: z.number() }),
    }),
  ),
  notCounted: z.array(z.string()),
});

const night = async (options: Parameters<typeof runNightOfStage>[2] = {}) => {
  const { output, transitions } = await runNightOfStage(definition, environment, options);
  return { ...Output.parse(output), transitions };
};

const expectCounted = async ({ communes: counted, code }: Province) => {
  for (const commune of counted) {
    const here = responses.filter((response) => response.commune === commune.code);
    expect(await stores.tallies.find(commune.code, week)).toMatchObject(tallyByHand(here));
  }
  expect((await stores.tallies.ofProvince(code, week)).size).toBe(counted.length);
};

describe('a night of the deployed stage', () => {
  it('counts every province, forgets every burst counter, and tells how far it came', async () => {
    await stores.bursts.count(present(communes[3]).code, deskCode(1), 'a bucket');
    const { counted, notCounted, transitions } = await night();
    expect(notCounted).toEqual([]);
    expect(counted).toEqual(
      [haNoi, haTinh].map((province) => {
        const all = province.communes.length * weeks.length;
        const answers = responses.filter(({ commune }) => commune.startsWith(province.code)).length;
        return { province: province.code, progress: { counted: all, of: all, responses: answers } };
      }),
    );
    for (const province of [haNoi, haTinh]) await expectCounted(province);
    expect(await opened.items('BURST#')).toEqual([]);
    // Start, list, map, choice, success; of each province start, count, choice, success.
    expect(transitions).toBe(5 + 2 * 4);
  });

  it('counts a province that is too large for one invocation in as many as it needs', async () => {
    await night();
    const atOnce = await storedTallies(opened);
    for (const item of atOnce) await opened.table.delete({ pk: item.pk, sk: item.sk });

    // Less than the function keeps in reserve: each invocation counts one commune and week.
    const { counted, transitions } = await night({ remainingMs: 100_000 });
    expect(counted.map(({ progress }) => progress.counted)).toEqual(
      [2, 5].map((each) => each * weeks.length),
    );
    expect(await storedTallies(opened)).toEqual(atOnce);
    expect(transitions).toBe(5 + 2 * 2 + 2 * communes.length * weeks.length);
  });

  it('goes on where the table throttled it, without a further attempt of the step', async () => {
    let left = 3;
    proxy.throttled = 0;
    proxy.isThrottled = ({ operation, body }) => {
      if (operation !== 'Query' || !body.includes('RESPONSES#42') || left === 0) return false;
      left -= 1;
      return true;
    };
    const waits: number[] = [];
    await night({ wait: async (seconds) => waits.push(seconds) });
    expect(proxy.throttled).toBe(3);
    expect(waits).toEqual([]);
    await expectCounted(haTinh);
  });
});

describe('a province that fails in a night of the deployed stage', () => {
  it('is tried five times, stops no other, and is named by the execution that fails', async () => {
    await opened.table.put(broken);
    const waits: number[] = [];
    const failed = night({ wait: async (seconds) => waits.push(seconds) });
    await expect(failed).rejects.toMatchObject({ name: 'ProvincesNotCounted', message: '01' });
    expect(waits).toHaveLength(4);
    await expectCounted(haTinh);
    expect(await opened.items('PROVINCE#01')).toEqual([expect.objectContaining({ sk: 'RUN' })]);
  });

  it('is counted by the next night, once it is mended', async () => {
    await opened.table.put(broken);
    await night({ input: { provinces: ['01'] } }).catch(() => undefined);
    await mend();
    expect((await night()).notCounted).toEqual([]);
    for (const province of [haNoi, haTinh]) await expectCounted(province);
  });

  it('because Lambda has no room is tried again until it has', async () => {
    let refusals = 7;
    const { output } = await runNightOfStage(definition, environment, {
      input: { provinces: ['42'] },
      refuse: () => {
        refusals -= 1;
        return refusals >= 0 ? 'Lambda.TooManyRequestsException' : undefined;
      },
    });
    expect(output).toMatchObject({ notCounted: [] });
    await expectCounted(haTinh);
  });
});

it('a week that has not begun is refused before anything is counted', async () => {
  const input = { weeks: [weekOf(new Date(Date.now() + 14 * 86_400_000))] };
  await expect(night({ input })).rejects.toMatchObject({ name: 'RangeError' });
  expect(await storedTallies(opened)).toEqual([]);
});
