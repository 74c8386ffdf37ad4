import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

/** What is started: nothing at all, or a bundle that gets one event. */
export interface Subject {
  name: string;
  entry?: string;
  event?: unknown;
}

export interface Start {
  /** From the start of the process to its answer, as the parent sees it. */
  answeredMs: number;
  /** By the child's own clock, which starts a little later. */
  loadedMs: number;
  handledMs: number;
}

const nothing = `process.stdout.write(JSON.stringify({ loadedMs: performance.now(), handledMs: 0 }));`;

const oneEvent = `
const [, entry, event] = process.argv;
const { handler } = await import(entry);
const loadedMs = performance.now();
const { statusCode } = await handler(JSON.parse(event), { awsRequestId: 'bench' });
const handledMs = performance.now() - loadedMs;
if (statusCode !== 200) throw new Error('answered with ' + statusCode);
process.stdout.write(JSON.stringify({ loadedMs, handledMs }), () => process.exit());
`;

const Said = z.object({ loadedMs: z.number(), handledMs: z.number() });

/** Starts a fresh process, as Lambda does for the first request, and waits for its answer. */
export const startOnce = async (
  node: string,
  { entry, event }: Subject,
  environment: Readonly<Record<string, string>>,
): Promise<Start> => {
  const startedAt = performance.now();
  const child = spawn(
    node,
    [
      '--input-type=module',
      '--eval',
      entry ? oneEvent : nothing,
      '--',
      entry ?? '',
      JSON.stringify(event ?? {}),
    ],
    {
      // The SDK's remark that it will drop Node 20 is no part of a cold start.
      env: { ...environment, AWS_LAMBDA_FUNCTION_NAME: 'survey', NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'close');
  let answeredMs = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    answeredMs ||= performance.now() - startedAt;
    said += chunk.toString();
  });
  await ended;
  return { answeredMs, ...Said.parse(JSON.parse(said)) };
};

export const versionOf = async (node: string): Promise<string> =>
  (await promisify(execFile)(node, ['--version'])).stdout.trim();
