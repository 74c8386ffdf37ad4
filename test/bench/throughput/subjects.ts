import * as z from 'zod/mini';
import { ensureTable } from '../../../infra/local/database.ts';
import { startEngine } from '../../../infra/local/engine.ts';
import { localClient } from '../../../infra/local/local-table.ts';
import { end, startProcess } from '../../support/start-process.ts';
import { fillProvince, storedResponses } from '../support/admin.ts';
import { cpuMsOf } from '../support/cpu-time.ts';
import type { Scratch } from '../support/scratch.ts';
import { startWorker } from '../support/worker.ts';
import type { Recording } from './record-ratings.ts';
import type { Replay } from './replay.ts';

/** `npm start` without sample data, in a process of its own, on a database on disk. */
export const startFilledService = async (
  scratch: Scratch,
  province: { communes: number; desksEach: number },
) => {
  const folder = await scratch.folder();
  const environment = { DATA_DIR: folder, DEMO: '0' };
  const service = await startProcess(environment);
  scratch.later(() => end(service, 'SIGTERM'));
  return {
    // A name would be looked up for each connection.
    origin: service.origin.replace('localhost', '127.0.0.1'),
    desks: await fillProvince(environment, { ...province, folder }),
    cpuMs: () => cpuMsOf(service.child.pid),
    stored: (week: string) => storedResponses(environment, week),
  };
};

/** An empty table of the same engine, on disk as the service's is. */
export const openPeerTable = async (scratch: Scratch, ratings: Recording['ratings']): Promise<Replay> => {
  const engine = await startEngine('dynoxide', await scratch.folder(), process.env);
  scratch.later(() => engine.stop());
  const client = localClient(engine.endpoint);
  await ensureTable(client, 'peer');
  client.destroy();
  return { endpoint: engine.endpoint, tableName: 'peer', ratings };
};

/** A server without our code; with `replay` it stores what a rating stores. Its address. */
export const startBareServer = async (
  scratch: Scratch,
  answers: Pick<Recording, 'form' | 'thanks'> & { replay?: Replay },
): Promise<string> => {
  const worker = startWorker(new URL('bare-server.ts', import.meta.url));
  scratch.later(() => worker.stop());
  return z.string().parse(await worker.ask(answers));
};

const Run = z.object({ seconds: z.number(), milliseconds: z.array(z.number()), cpuMs: z.number() });

/** The database operations of ratings, without a server. */
export const startDatabaseWorker = async (scratch: Scratch, replay: Replay) => {
  const worker = startWorker(new URL('database-worker.ts', import.meta.url));
  scratch.later(() => worker.stop());
  await worker.ask({ replay });
  let runs = 0;
  return async (count: number, atOnce: number) => {
    runs += 1;
    return Run.parse(await worker.ask({ run: `R${runs}X`, count, atOnce }));
  };
};
