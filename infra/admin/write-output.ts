import { createWriteStream, type WriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { say } from './output.ts';
import { lineOf, Refused, Trouble } from './refusal.ts';

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

const writeTo = async (
  stream: NodeJS.WritableStream,
  bytes: AsyncIterable<Uint8Array>,
  { end }: { end: boolean },
): Promise<void> => {
  try {
    await pipeline(bytes, stream, { end });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // `export --format csv | head` closes our output while we write: that is no failure.
    if (error.code !== 'EPIPE') throw new Trouble(`can't write: ${lineOf(error)}`);
  }
};

const openFile = (path: string): Promise<WriteStream> =>
  new Promise((resolve, reject) => {
    const file = createWriteStream(path);
    file.once('open', () => resolve(file));
    file.once('error', (error) => reject(new Refused(`can't write the file: ${lineOf(error)}`)));
  });

/** Writes bytes as they are made to a file, or alone to standard output. */
export const writeOutput = async (bytes: AsyncIterable<Uint8Array>, path?: string): Promise<void> => {
  if (path === undefined) return writeTo(process.stdout, bytes, { end: false });
  await writeTo(await openFile(path), bytes, { end: true });
  say(`${path} is written`);
};
