import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { nightSteps } from '../../../functions/aggregate/night-steps.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import type { Province } from '../../../functions/domain/unit.ts';
import { burstStore } from '../../../functions/store/burst-store.ts';
import { responseStore } from '../../../functions/store/response-store.ts';
import { openTable } from '../../../functions/store/table.ts';
import { tallyStore } from '../../../functions/store/tally-store.ts';
import { unitStore } from '../../../functions/store/unit-store.ts';
import { localClient, localTableName } from '../../../infra/local/local-table.ts';
import { runNight } from '../../../infra/local/run-night.ts';
import { bytesOfAttributes } from '../price/capacity.ts';
import { answerParent } from '../support/worker.ts';
import { type Page, readBare } from './bare-read.ts';
import { countConsumption } from './consumption.ts';
import { type Measured, Question } from './questions.ts';

/** Run as a process: counts the answers of a week once and tells what that took. */
type Counted = Pick<Measured, 'responses' | 'readUnitsBySize' | 'itemBytes'>;

const countOurs = async (client: DynamoDBClient, { week, provinces }: Question): Promise<Counted> => {
  const table = openTable({ TABLE_NAME: localTableName }, client);
  const steps = nightSteps({
    units: unitStore(table),
    responses: responseStore(table),
    tallies: tallyStore(table),
    bursts: burstStore(table),
    now: () => new Date(),
    log: { failure: (what, error) => process.stderr.write(`${what}: ${String(error)}\n`) },
  });
  const { responses, notCounted } = await runNight(steps, { weeks: [week], provinces }, { retries: [] });
  if (notCounted.length > 0) throw new Error(`not counted: ${notCounted.join(', ')}`);
  return { responses, readUnitsBySize: 0, itemBytes: 0 };
};

/** A read unit of a consistent query is 4 KB of all items of a page together, and at least one. */
const unitsOfPage = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4_096));

const countBare = async (
  client: DynamoDBClient,
  { how, week }: Question,
  provinces: readonly Province[],
): Promise<Counted> => {
  const counted = { responses: 0, readUnitsBySize: 0, itemBytes: 0 };
  const weigh = (page: Page): void => {
    const bytes = page.reduce((sum, item) => sum + bytesOfAttributes(item), 0);
    counted.itemBytes += bytes;
    counted.readUnitsBySize += unitsOfPage(bytes);
  };
  await readBare(client, { tableName: localTableName, provinces, week }, (page) => {
    counted.responses += page.length;
    if (how === 'sizes') weigh(page);
  });
  return counted;
};

const provincesOf = async (client: DynamoDBClient, codes: readonly string[]): Promise<Province[]> => {
  const provinces = await unitStore(openTable({ TABLE_NAME: localTableName }, client)).provinces();
  return provinces.filter(({ code }) => codes.includes(code));
};

answerParent(async (text): Promise<Measured> => {
  const question = Question.parse(text);
  const provinces = await provincesOf(localClient(question.endpoint), question.provinces);
  const count = (client: DynamoDBClient, week: Week): Promise<Counted> =>
    question.how === 'ours'
      ? countOurs(client, { ...question, week })
      : countBare(client, { ...question, week }, provinces);
  if (question.warmUp) await count(localClient(question.endpoint), question.warmUp);
  const client = localClient(question.endpoint);
  const consumption = countConsumption(client);

  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const counted = await count(client, question.week);
  const { user, system } = process.cpuUsage(cpuBefore);

  return {
    ...counted,
    ...consumption,
    cpuSeconds: (user + system) / 1e6,
    seconds: (performance.now() - startedAt) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
});
