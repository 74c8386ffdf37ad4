import { once } from 'node:events';
import { mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOwner, type Lock, lockAddress, takeLock } from '../../infra/local/engine-lock.ts';

let folder: string;
const taken: Lock[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'thuoc-do-lock-')));
});

afterEach(async () => {
  for (const lock of taken.splice(0)) await lock.release();
  rmSync(folder, { recursive: true });
});

const take = async (address: string) => {
  const lock = await takeLock(address);
  if (lock) taken.push(lock);
  return lock !== undefined;
};

/** Listens there and goes, but leaves the socket file behind as a killed process does. */
const leaveStaleSocket = async (address: string) => {
  const server = createServer().listen(`${address}.old`);
  await once(server, 'listening');
  renameSync(`${address}.old`, address);
  server.close();
  await once(server, 'close');
};

const soon = () => Date.now() + 5000;

// A file is what macOS uses; it works on every Unix.
const platforms: NodeJS.Platform[] = process.platform === 'win32' ? ['win32'] : [process.platform, 'darwin'];

describe.each(platforms)('the lock of a data folder, as on %s', (platform) => {
  it('is taken by one of several who try at once', async () => {
    const address = lockAddress(folder, platform);
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => take(address)));
    expect(results.filter((got) => got)).toHaveLength(1);
  });

  it('is free again once it was released', async () => {
    const address = lockAddress(folder, platform);
    expect(await take(address)).toBe(true);
    expect(await take(address)).toBe(false);
    await taken.pop()?.release();
    expect(await take(address)).toBe(true);
  });

  it('tells the message to who asked before and to who asks after it is known', async () => {
    const address = lockAddress(folder, platform);
    await take(address);
    const early = askOwner(address, soon());
    taken[0]?.announce('here');
    const late = askOwner(address, soon());
    expect((await early)?.message).toBe('here');
    expect((await late)?.message).toBe('here');
  });

  it('lets who asked know that its owner has gone', async () => {
    const address = lockAddress(folder, platform);
    await take(address);
    taken[0]?.announce('here');
    const answer = await askOwner(address, soon());
    await taken.pop()?.release();
    await answer?.ownerGone;
    expect(await askOwner(address, soon())).toBeUndefined();
  });

  it('gives up on an owner that says nothing until the deadline', async () => {
    const address = lockAddress(folder, platform);
    await take(address);
    expect(await askOwner(address, Date.now() + 50)).toBeUndefined();
  });
});

it.skipIf(process.platform === 'win32')(
  'a socket file left by a killed owner is taken over by one',
  async () => {
    const address = lockAddress(folder, 'darwin');
    await leaveStaleSocket(address);
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => take(address)));
    expect(results.filter((got) => got)).toHaveLength(1);
  },
);
