import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  add(count: number): void;
  /** Has to be called, also after a failure: the bar hides the cursor while it runs. */
  stop(): void;
}

/** A bar on standard error for a person at a terminal; nothing when the output goes elsewhere. */
export const startProgress = (what: string, total: number): Progress => {
  if (!process.stderr.isTTY) return { add: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { stream: process.stderr, format: '{bar} {percentage}% | {value}/{total} {what}', hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { what });
  return { add: (count) => bar.increment(count), stop: () => bar.stop() };
};
