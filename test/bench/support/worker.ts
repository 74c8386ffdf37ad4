import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/** A process of its own, so that what is measured shares neither thread nor memory with what measures it. */
export interface Worker {
  /** One question at a time. */
  ask(question: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

const Answer = z.object({ answer: z.optional(z.unknown()), error: z.optional(z.string()) });

export const startWorker = (script: URL): Worker => {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    ask: async (question) => {
      child.send(JSON.stringify(question));
      const { answer, error } = Answer.parse(await answerOf(child));
      if (error !== undefined) throw new Error(error);
      return answer;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
};

const answerOf = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a worker ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });

/** Runs in the worker. It ends with the process that started it. */
export const answerParent = (answer: (question: unknown) => Promise<unknown>): void => {
  process.on('message', (text: string) => {
    answer(JSON.parse(text)).then(
      (value) => process.send?.({ answer: value }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
};
