import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { say } from './output.ts';
import { lineOf, Refused } from './refusal.ts';

const isClosedOutput = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** `export --format xlsx | head` closes our output while we write: that is no failure. */
const toStandardOutput = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    await pipeline(bytes, process.stdout, { end: false });
  } catch (error) {
    if (!isClosedOutput(error)) throw error;
  }
};

/** A file that can be written, or a refusal before any work is done for it. */
const openFile = async (path: string) => {
  const file = createWriteStream(path);
  await new Promise<void>((resolve, reject) => {
    file.once('open', () => resolve());
    file.once('error', (error) => reject(new Refused(`can't write the file: ${lineOf(error)}`)));
  });
  return file;
};

/** Writes bytes as they are made to a file, or alone to standard output. */
export const writeOutput = async (bytes: AsyncIterable<Uint8Array>, path?: string): Promise<void> => {
  if (path === undefined) return toStandardOutput(bytes);
  await pipeline(bytes, await openFile(path));
  say(`${path} is written`);
};
