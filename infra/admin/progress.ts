import { Presets, SingleBar } from 'cli-progress';
import { say } from './output.ts';

/** Tells that so many more have been written. */
export type Advance = (count: number) => void;

/** A bar for a person at a terminal; nothing when standard error goes elsewhere. */
const startBar = (what: string, total: number): Pick<SingleBar, 'increment' | 'stop'> => {
  if (!process.stderr.isTTY) return { increment: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: `{bar} {percentage}% | {value}/{total} ${what}`,
      // Ctrl-C has to leave the terminal as it was.
      hideCursor: false,
      linewrap: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return bar;
};

/** Writes many things under a progress bar. When it breaks off, it says how far it came. */
export const withProgress = async <T>(
  what: string,
  total: number,
  write: (advance: Advance) => Promise<T>,
): Promise<T> => {
  const bar = startBar(what, total);
  let written = 0;
  try {
    return await write((count) => {
      written += count;
      bar.increment(count);
    });
  } catch (error) {
    bar.stop();
    say(`${written} of ${total} ${what} are written for certain: run the same command again for the rest`);
    throw error;
  } finally {
    bar.stop();
  }
};
