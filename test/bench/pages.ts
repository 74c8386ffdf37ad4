import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { lastEndedWeek } from '../../functions/domain/week-life.ts';
import { bundleDirectory } from '../../infra/bundles.ts';
import type { Benchmark } from './benchmark.ts';
import { commune, type Filled, province, startFilled } from './pages/stage.ts';
import { buildBundles } from './support/built.ts';
import type { Operation } from './support/recorder.ts';
import { type Scratch, withScratch } from './support/scratch.ts';
import { median, percentile, rounded } from './support/statistics.ts';
import { startWorker, type Worker } from './support/worker.ts';

const warmUp = 100;
const count = 200;
const officers = 10;
const Visits = z.object({
  seconds: z.number(),
  milliseconds: z.array(z.number()),
  cpuMs: z.array(z.number()),
  wireBytes: z.number(),
});

interface Page {
  path: string;
  cookie: string;
}

const spreadOf = (values: readonly number[]) => ({
  p50: rounded(median(values)),
  p99: rounded(percentile(values, 99)),
});

/** A process with the dashboard's bundle. */
const startDashboard = async (scratch: Scratch, environment: Record<string, string>) => {
  await buildBundles();
  const folder = await scratch.folder();
  // A copy: somebody may build while this runs.
  await cp(bundleDirectory('dashboard'), join(folder, 'dashboard'), { recursive: true });
  const worker = startWorker(new URL('pages/bundle-worker.ts', import.meta.url));
  scratch.later(() => worker.stop());
  const entry = pathToFileURL(join(folder, 'dashboard/handler.mjs')).href;
  await worker.ask({ entry, environment });
  return async (page: Page, visits: number, atOnce = 1) =>
    Visits.parse(await worker.ask({ ...page, count: visits, atOnce }));
};
type Dashboard = Awaited<ReturnType<typeof startDashboard>>;

/** What one visit asks of the database: the first of a process, and the next. */
const readsOf = async ({ recorder }: Filled, recorded: Dashboard, page: Page) => {
  recorder.taken();
  await recorded(page, 1);
  const first = recorder.taken();
  await recorded(page, 1);
  return { first, next: recorder.taken() };
};

const consumptionOf = (operations: readonly Operation[]) => ({
  readUnits: operations.reduce((units, { capacityUnits }) => units + capacityUnits, 0),
  operations: operations.length,
  answerBytes: operations.reduce((bytes, { answerBytes }) => bytes + answerBytes, 0),
});

/** One page in a process of its own, and the same reads without a page. */
const measurePage = async (
  scratch: Scratch,
  { filled, reader, page }: { filled: Filled; reader: Worker; page: Page },
) => {
  const { environment, recorder } = filled;
  const recorded = await startDashboard(scratch, { ...environment, AWS_ENDPOINT_URL_DYNAMODB: recorder.url });
  const { first, next } = await readsOf(filled, recorded, page);
  const dashboard = await startDashboard(scratch, environment);
  await dashboard(page, warmUp);
  const visits = await dashboard(page, count);
  const operations = next.map(({ name, input }) => ({ name, input }));
  const endpoint = environment['AWS_ENDPOINT_URL_DYNAMODB'];
  const bareReads = z.array(z.number()).parse(await reader.ask({ endpoint, operations, count }));
  const atOnce = await dashboard(page, count, officers);
  return {
    cpuMs: spreadOf(visits.cpuMs),
    wallMs: spreadOf(visits.milliseconds),
    wireBytes: visits.wireBytes,
    bareReadsCpuMs: spreadOf(bareReads),
    cpuToBareReads: rounded(median(visits.cpuMs) / median(bareReads)),
    consumption: { firstVisit: consumptionOf(first), nextVisit: consumptionOf(next) },
    officersAtOnce: {
      officers,
      wallMs: spreadOf(atOnce.milliseconds),
      pagesPerSecond: rounded(count / atOnce.seconds),
    },
  };
};

const measureWeeks = async (scratch: Scratch, say: (line: string) => void, weeks: number) => {
  const last = lastEndedWeek(new Date());
  say(`filling ${province.communes.length} communes × ${weeks} weeks`);
  const filled = await startFilled(scratch, { last, weeks });
  const reader = startWorker(new URL('pages/read-worker.ts', import.meta.url));
  scratch.later(() => reader.stop());
  const { officer, chief } = filled.cookies;
  const measure = (path: string, cookie: string) => {
    say(`${count} visits to ${path}`);
    return measurePage(scratch, { filled, reader, page: { path, cookie } });
  };
  return {
    province: await measure(`/dashboard/province/${province.code}?week=${last}`, officer),
    commune: await measure(`/dashboard/commune/${commune.code}?week=${last}`, chief),
  };
};

/** What the pages of an officer and of a chief cost, in one quarter's and in two years' weeks. */
export const pages: Benchmark = {
  name: 'pages',
  run: ({ say }) =>
    withScratch(async (scratch) => {
      const quarter = await measureWeeks(scratch, say, 13);
      const twoYears = await measureWeeks(scratch, say, 104);
      return {
        promises: [
          {
            what: 'province page, p99 of CPU ms',
            limit: { atMost: 100 },
            measured: quarter.province.cpuMs.p99,
          },
          {
            what: 'province page, bytes',
            limit: { atMost: 100 * 1024 },
            measured: quarter.province.wireBytes,
          },
          { what: "chief's page, p99 of CPU ms", limit: { atMost: 50 }, measured: quarter.commune.cpuMs.p99 },
        ],
        figures: { weeks13: quarter, weeks104: twoYears },
        notes: [
          "The deployed bundle in a process of its own, called as API Gateway calls it; CPU is all of the process's, SDK, compression and collection included.",
          'Ten at once share one process and one thread; on Lambda each has its own.',
        ],
      };
    }),
};
