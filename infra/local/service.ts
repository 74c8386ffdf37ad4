import { type Http2Bindings, type HttpBindings, type ServerType, serve } from '@hono/node-server';
import { nightSteps } from '../../functions/aggregate/night-steps.ts';
import { defaultRetention, type Retention } from '../../functions/domain/retention.ts';
import { openLog } from '../../functions/log.ts';
import { burstStore } from '../../functions/store/burst-store.ts';
import { commentStore } from '../../functions/store/comment-store.ts';
import { deskStore, rememberingDesks } from '../../functions/store/desk-store.ts';
import { promiseStore } from '../../functions/store/promise-store.ts';
import { responseStore } from '../../functions/store/response-store.ts';
import { servedDesks, settingsStore } from '../../functions/store/settings-store.ts';
import type { Table } from '../../functions/store/table.ts';
import { tallyStore } from '../../functions/store/tally-store.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { surveyApp } from '../../functions/survey/app.tsx';
import { rememberingKeys } from '../../functions/survey/token-keys.ts';
import { buildBrowserScripts } from '../browser-scripts.ts';
import { isTrusted, localDashboard } from './dashboard.ts';
import { openDatabase } from './database.ts';
import { fillWithSampleData } from './demo/demo.ts';
import { aggregateHref, demoRoutes } from './demo/demo-routes.ts';
import { addFirstAccounts, type FirstOperator } from './first-accounts.ts';
import { type IdentityFile, identityFile } from './identity-file.ts';
import { localClient, openLocalTable } from './local-table.ts';
import { runNight } from './run-night.ts';
import { kindOfData } from './sample-marker.ts';
import { aggregationTimes, startScheduler } from './scheduler.ts';
import { sweepExpired } from './sweep.ts';
import { tokenKeyFile } from './token-key-file.ts';

export interface ServiceOptions {
  dataDir: string;
  /** 0 for any free port. */
  port: number;
  /** Addresses to listen on: loopback, or every one for `--lan`. */
  hosts: readonly string[];
  /** Sample data: filled in when the folder is empty. */
  demo: boolean;
  now: () => Date;
  retention?: Retention;
  /** What posters print, given the port that was taken. */
  publicOrigin: (port: number) => string;
}

export interface Service {
  port: number;
  publicOrigin: string;
  /** Where people sign in: elsewhere than `publicOrigin` when that is plain http on a network. */
  staffOrigin: string;
  /** Made when there was nobody yet who could sign in; the password is told this once. */
  firstOperator?: FirstOperator;
  identities: IdentityFile;
  table: Table;
  /** Resolves when the night that a machine makes up for on starting is done. */
  caughtUp: Promise<void>;
  /** Resolves with a line for people when the database goes away. */
  failed: Promise<string>;
  /** Lets requests and the aggregation under way finish, then closes the database. */
  close(): Promise<void>;
}

const refusal = (kind: 'sample' | 'real', dataDir: string): string =>
  kind === 'sample'
    ? `${dataDir} holds sample data. Choose another folder for real answers, for example DATA_DIR=.data-real.`
    : `${dataDir} holds real data. Start with DEMO=0, or choose another folder for the demonstration.`;

const listen = (fetch: Fetch, hostname: string, port: number): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once('error', reject);
  });

const portOf = (server: ServerType, fallback: number): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : fallback;
};

type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>;

/** Which app answers which addresses, as the gateway does it in the cloud. */
const byPath =
  (otherwise: Fetch, under: Readonly<Record<string, Fetch>>): Fetch =>
  (request, env) => {
    const { pathname } = new URL(request.url);
    const found = Object.entries(under).find(
      ([prefix]) => pathname === prefix || pathname.startsWith(`${prefix}/`),
    );
    return (found?.[1] ?? otherwise)(request, env);
  };

/** The first address must be free; another that this machine does not have (no IPv6, say) is left out. */
const listenOn = async (
  { hosts: [first = '127.0.0.1', ...others], port: wanted }: Pick<ServiceOptions, 'hosts' | 'port'>,
  fetch: Fetch,
): Promise<{ servers: ServerType[]; port: number }> => {
  const server = await listen(fetch, first, wanted);
  const port = portOf(server, wanted);
  const more = await Promise.allSettled(others.map((host) => listen(fetch, host, port)));
  return {
    servers: [server, ...more.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))],
    port,
  };
};

const closed = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });

/** The whole service on one machine: the same apps and use cases as in the cloud. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const { dataDir, demo, now, retention = defaultRetention } = options;
  const database = await openDatabase(dataDir);
  try {
    const table = await openLocalTable(database.endpoint);
    const kind = await kindOfData(table, dataDir);
    if (kind === (demo ? 'real' : 'sample')) throw new Error(refusal(kind, dataDir));
    if (demo) await fillWithSampleData(table, dataDir, now());

    const scripts = await buildBrowserScripts();
    const log = openLog('thuoc-do');
    const bursts = burstStore(table);
    const stores = {
      units: unitStore(table),
      responses: responseStore(table, retention),
      tallies: tallyStore(table),
    };
    const settings = settingsStore(table);
    // What posters print follows from the port, so there is no app before there is a port.
    let answer: Fetch = () => new Response('starting', { status: 503 });
    const { servers, port } = await listenOn(options, (request, env) => answer(request, env));
    const publicOrigin = options.publicOrigin(port);
    const app = surveyApp({
      ...stores,
      settings,
      promises: promiseStore(table),
      desks: rememberingDesks(servedDesks(deskStore(table), settings), now),
      comments: commentStore(table, retention),
      bursts,
      tokenKeys: rememberingKeys(tokenKeyFile(dataDir, now), now),
      log,
      now,
      retention,
      publicOrigin,
      scripts,
      ...(demo && { demo: { aggregateHref } }),
    });
    if (demo) app.route('/', demoRoutes({ ...stores, now }));
    const staffOrigin = isTrusted(publicOrigin) || demo ? publicOrigin : `http://localhost:${port}`;
    const identities = identityFile(dataDir);
    const firstOperator = await addFirstAccounts({ table, identities, demo, now });
    const staff = await localDashboard({
      table,
      identities,
      log,
      now,
      origin: staffOrigin,
      port,
      publicOrigin,
      demo,
    });
    answer = byPath(app.fetch, {
      '/dashboard': staff.dashboard.fetch,
      '/api/v1': staff.api.fetch,
      '/identity': staff.identity.fetch,
    });

    const closing = new AbortController();
    const count = async (): Promise<void> => {
      try {
        await runNight(
          nightSteps({ ...stores, bursts, log, now, retention }),
          {},
          { signal: closing.signal },
        );
      } catch (error) {
        log.failure('nightly aggregation', error);
      }
    };
    const sweep = async (): Promise<void> => {
      // Somebody else's database keeps its own house.
      if (database.engine === 'external') return;
      const client = localClient(database.endpoint);
      try {
        await sweepExpired(client, { now, signal: closing.signal });
      } catch (error) {
        log.failure('deletion of what has expired', error);
      } finally {
        client.destroy();
      }
    };
    const night = async (): Promise<void> => {
      await count();
      await sweep();
    };
    const scheduler = startScheduler(aggregationTimes, night, now);
    // A machine that was off at night has missed a run.
    const caughtUp = night();

    return {
      port,
      publicOrigin,
      staffOrigin,
      ...(firstOperator && { firstOperator }),
      identities,
      table,
      caughtUp,
      failed: database.failed,
      close: async () => {
        closing.abort();
        await Promise.all(servers.map(closed));
        await scheduler.stop();
        await caughtUp;
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};
