import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { renameSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Who opens a data folder first owns its engine; everybody else asks the owner for the address. The lock is a
 * local socket, because a socket ends with its process, however that ends, and because it can answer.
 */
export interface Lock {
  /** Tells everybody who asks, has asked or will ask; `undefined` lets them wait. */
  announce: (message: string | undefined) => void;
  release: () => Promise<void>;
}

/** What the owner said, and the line to it. */
export interface Answer {
  message: string;
  /** Resolves when the owner has gone. */
  ownerGone: Promise<void>;
  leave: () => void;
}

/** How long after claiming a socket file a rival may still believe that it is stale, in milliseconds. */
const SETTLE_MS = 50;

/** The name under which the owner of this folder listens; `folder` is its real path. */
export const lockAddress = (folder: string, platform: NodeJS.Platform = process.platform): string => {
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (platform === 'linux') return `\0thuoc-do:${id}`; // abstract: no file that could stay behind
  if (platform === 'win32') return `\\\\.\\pipe\\thuoc-do-${id}`;
  return join(tmpdir(), `thuoc-do-${id}.sock`);
};

const isFile = (address: string) => !address.startsWith('\0') && !address.startsWith('\\\\');

/** Takes the lock; undefined when somebody has it. */
export const takeLock = async (address: string): Promise<Lock | undefined> => {
  const connections = new Set<Socket>();
  let message: string | undefined;
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => {}); // a guest that was killed
    socket.on('close', () => connections.delete(socket));
    if (message) socket.write(`${message}\n`);
  });
  const claimed = isFile(address) ? await claimFile(server, address) : await listens(server, address);
  if (!claimed) return undefined;
  return {
    announce: (text) => {
      message = text;
      if (text) for (const socket of connections) socket.write(`${text}\n`);
    },
    release: async () => {
      if (isFile(address)) rmSync(address, { force: true });
      server.close();
      for (const socket of connections) socket.destroy();
      await once(server, 'close');
    },
  };
};

const listens = async (server: Server, address: string): Promise<boolean> => {
  server.listen(address);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
};

/**
 * Where sockets are files, a killed owner leaves its file behind. A new one listens under a name of its own and
 * moves that over the stale file; of two who do so at once, only the last is found under the address.
 */
const claimFile = async (server: Server, address: string): Promise<boolean> => {
  const stale = inode(address);
  if (await isAlive(address)) return false;
  const own = `${address}.${randomUUID().slice(0, 8)}`;
  await listens(server, own);
  const mine = inode(own);
  if (inode(address) === stale) renameSync(own, address);
  await delay(SETTLE_MS);
  if (inode(address) === mine) return true;
  server.close();
  return false;
};

const inode = (file: string) => statSync(file, { throwIfNoEntry: false })?.ino;

const isAlive = async (address: string): Promise<boolean> => {
  const socket = connect(address);
  const alive = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return alive;
};

/** Asks whoever has the lock; undefined when it goes away, or says nothing, before `deadline`. */
export const askOwner = async (address: string, deadline: number): Promise<Answer | undefined> => {
  const socket = connect(address).setEncoding('utf8');
  socket.on('error', () => {}); // followed by 'close'
  const ownerGone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const firstLine = new Promise<string>((resolve) => {
    let heard = '';
    socket.on('data', (text: string) => {
      heard += text;
      if (heard.includes('\n')) resolve(heard.slice(0, heard.indexOf('\n')));
    });
  });
  const patience = setTimeout(() => socket.destroy(), Math.max(0, deadline - Date.now()));
  const message = await Promise.race([firstLine, ownerGone]);
  clearTimeout(patience);
  return message === undefined ? undefined : { message, ownerGone, leave: () => socket.destroy() };
};
