import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { LoadKeys } from '../../functions/survey/token-keys.ts';

/** Newest first: one that signs and the one before it. */
const KeyFile = z.array(z.object({ id: z.string(), secret: z.string(), sinceDay: z.string() }));
type KeyFile = z.infer<typeof KeyFile>;

/** Tokens live 8 days, so with the previous key accepted a change every 30 days refuses nobody. */
const changeDays = 30;
const dayMs = 86_400_000;

/** The keys of form tokens in a file that only its owner may read; changed by the first reader after 30 days. */
export const tokenKeyFile = (dataDir: string, now: () => Date): LoadKeys => {
  const path = join(dataDir, 'token-keys.json');

  const stored = async (): Promise<KeyFile> => {
    try {
      return KeyFile.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  };

  /** Written aside and renamed: a process killed here leaves the old file whole. */
  const store = async (keys: KeyFile): Promise<void> => {
    await mkdir(dataDir, { recursive: true });
    const aside = `${path}.${process.pid}`;
    await writeFile(aside, JSON.stringify(keys), { mode: 0o600 });
    await rename(aside, path);
  };

  return async () => {
    let keys = await stored();
    const [newest] = keys;
    const isDue = !newest || now().getTime() - Date.parse(newest.sinceDay) >= changeDays * dayMs;
    if (isDue) {
      const key = {
        id: randomBytes(4).toString('hex'),
        secret: randomBytes(32).toString('base64url'),
        sinceDay: now().toISOString().slice(0, 10),
      };
      keys = [key, ...(newest ? [newest] : [])];
      await store(keys);
    }
    return keys.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64url') }));
  };
};
