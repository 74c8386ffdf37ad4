import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { DashboardService } from './dashboard-service.ts';

/** A service of signed-in pages on loopback, for a browser. */
export const serveStaff = ({
  fetch,
}: Pick<DashboardService, 'fetch'>): Promise<{ origin: string; close: () => Promise<void> }> =>
  new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
