import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Engine } from './engine.ts';
import { loopbackUrl } from './loopback.ts';

/** Runs dynalite (JavaScript on LevelDB) inside this process: the engine that works on every platform. */
export const startDynalite = async (path: string | undefined): Promise<Engine> => {
  if (path) await mkdir(path, { recursive: true });
  const { default: dynalite } = await import('dynalite');
  const server = dynalite({ ...(path && { path }), createTableMs: 0 });

  // dynalite throws when a client goes away in the middle of a request, which would end this process.
  server.on('request', (request, response) => {
    request.removeAllListeners('error');
    request.on('error', () => response.destroy());
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: loopbackUrl(server),
    failed: new Promise(() => {}), // it ends with this process only
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
};
