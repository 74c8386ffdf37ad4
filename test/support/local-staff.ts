import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { openLog } from '../../functions/log.ts';
import { unitStore } from '../../functions/store/unit-store.ts';
import { localDashboard } from '../../infra/local/dashboard.ts';
import { addFirstAccounts } from '../../infra/local/first-accounts.ts';
import { type IdentityFile, identityFile } from '../../infra/local/identity-file.ts';
import { freePort } from '../../infra/local/loopback.ts';
import { engines } from './engine.ts';
import { haTinh, present } from './samples.ts';
import { openTestTable } from './test-table.ts';

export interface LocalStaff {
  identities: IdentityFile;
  origin: string;
  /** Where it listens, whatever it calls itself. */
  address: string;
  stop(): Promise<void>;
}

/** The signed-in part of the demonstration with its people, without its weeks of sample data. */
export const demoStaff = async (
  originAt = (port: number): string => `http://127.0.0.1:${port}`,
): Promise<LocalStaff> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'thuoc-do-staff-'));
  const { table } = await openTestTable(present(engines[0]));
  await unitStore(table).put(haTinh);
  const identities = identityFile(dataDir);
  const now = () => new Date();
  await addFirstAccounts({ table, identities, demo: true, now });
  const port = Number(await freePort());
  const origin = originAt(port);
  const { dashboard, identity, api } = await localDashboard({
    table,
    identities,
    log: openLog('test'),
    now,
    origin,
    port,
    publicOrigin: origin,
    demo: true,
  });
  const server = serve({
    port,
    hostname: '127.0.0.1',
    fetch: (request, env) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/identity/')) return identity.fetch(request, env);
      return (pathname.startsWith('/api/') ? api : dashboard).fetch(request, env);
    },
  });
  return {
    identities,
    origin,
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
