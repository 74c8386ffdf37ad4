import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Undo = () => Promise<unknown>;

/** What a benchmark starts and has to end, whatever happens; the last started ends first. */
export interface Scratch {
  /** An empty folder. */
  folder(): Promise<string>;
  later(undo: Undo): void;
}

const limited = async <T>(work: Promise<T>, minutes: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${minutes} minutes`)), minutes * 60_000);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
};

/**
 * @param limitMinutes several times what the benchmark takes: one that hangs must not leave its processes behind
 */
export const withScratch = async <T>(
  work: (scratch: Scratch) => Promise<T>,
  limitMinutes = 15,
): Promise<T> => {
  const undos: Undo[] = [];
  try {
    return await limited(
      work({
        folder: async () => {
          const path = await mkdtemp(join(tmpdir(), 'thuoc-do-bench-'));
          undos.push(() => rm(path, { recursive: true, force: true }));
          return path;
        },
        later: (undo) => undos.push(undo),
      }),
      limitMinutes,
    );
  } finally {
    for (const undo of undos.toReversed()) await undo();
  }
};
