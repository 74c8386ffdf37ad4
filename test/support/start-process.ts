import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface StartedService {
  child: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  origin: string;
}

/** `npm start` without npm, which would stand between a test and the process that it kills. */
export const startProcess = async (
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<StartedService> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts', ...args], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const ready = /^Ready: (\S+)$/m.exec(printed)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}:\n${printed}`)));
  });
  return { child, output: () => printed, origin };
};

/** Sends a signal and waits for the end; the exit code, or the signal's name when it was killed. */
export const end = async ({ child }: StartedService, signal: NodeJS.Signals): Promise<number | string> => {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode ?? child.signalCode ?? 'unknown';
};
