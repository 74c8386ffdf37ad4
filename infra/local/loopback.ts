import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** The address of a server that listens on loopback. */
export const loopbackUrl = (server: Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('This server listens on no port.');
  return `http://127.0.0.1:${address.port}`;
};

/** A port that is free now; someone else may take it before its user does. */
export const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = new URL(loopbackUrl(server));
  server.close();
  await once(server, 'close');
  return port;
};
