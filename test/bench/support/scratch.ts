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

/** Several times what any benchmark takes: one that hangs must not leave its processes behind. */
const limitMs = 15 * 60_000;

const limited = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limitMs / 60_000} minutes`)), limitMs);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
};

export const withScratch = async <T>(work: (scratch: Scratch) => Promise<T>): Promise<T> => {
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
    );
  } finally {
    for (const undo of undos.toReversed()) await undo();
  }
};
