import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { PasswordHash } from './passwords.ts';

/** A person as the identity provider of this machine knows them. */
const StoredIdentity = z.object({
  subject: z.string(),
  email: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  isEnabled: z.boolean(),
  /** Undefined for accounts of the demonstration: nobody needs a password for made-up data. */
  password: z.optional(PasswordHash),
  /** The password was made by somebody else and must be replaced at the next sign-in. */
  mustChange: z.optional(z.boolean()),
});
export type StoredIdentity = z.infer<typeof StoredIdentity>;

const Identities = z.array(StoredIdentity);

/** Who may sign in, in a file that only its owner may read. The service and the admin commands share it. */
export interface IdentityFile {
  all(): Promise<StoredIdentity[]>;
  /** Changes the list while nobody else does, and returns what the change returns. */
  change<T>(work: (identities: StoredIdentity[]) => Promise<T> | T): Promise<T>;
}

const lockTries = 200;
const lockRetryMs = 25;
/** Longer than any change takes: who holds a lock for so long was killed. */
const lockLifeMs = 10_000;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const takeLock = async (path: string): Promise<void> => {
  for (let tries = 0; tries < lockTries; tries += 1) {
    try {
      await (await open(path, 'wx')).close();
      return;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const heldSince = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - heldSince > lockLifeMs) await rm(path, { force: true });
    await delay(lockRetryMs);
  }
  throw new Error(`${path} is held by another process: remove it if none is running`);
};

export const identityFile = (dataDir: string): IdentityFile => {
  const path = join(dataDir, 'identities.json');
  const lock = `${path}.lock`;

  const all = async (): Promise<StoredIdentity[]> => {
    try {
      return Identities.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  };

  return {
    all,
    change: async (work) => {
      await mkdir(dataDir, { recursive: true });
      await takeLock(lock);
      try {
        const identities = await all();
        const result = await work(identities);
        // Written aside and renamed: a process killed here leaves the old file whole.
        await writeFile(`${path}.new`, JSON.stringify(identities, undefined, 1), { mode: 0o600 });
        await rename(`${path}.new`, path);
        return result;
      } finally {
        await rm(lock, { force: true });
      }
    },
  };
};
