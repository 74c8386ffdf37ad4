import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { builtBundle, type FunctionName } from '../../infra/bundles.ts';

/** What one invocation of a bundle did. */
export interface Invocation {
  /** What the handler returned; undefined when it threw. */
  result: unknown;
  /** What it threw. */
  error: { name: string; message: string } | undefined;
  /** Lines it wrote, which Lambda would put into its log. */
  stdout: string[];
  stderr: string[];
  milliseconds: number;
}

export type BundleEnvironment = Readonly<Record<string, string>>;

/**
 * Runs in the child: loads the bundle and nothing else, as Lambda does, and hands events to its handler. The mark
 * after each invocation tells the parent that all of its output has come: pipes and messages keep no common order.
 */
const runtime = `
const [, entry, name] = process.argv;
const { handler } = await import(entry);
const wordsOf = (error) => error instanceof Error
  ? { name: error.name, message: error.message }
  : { name: 'unknown', message: String(error) };
process.on('message', async ({ id, event, remainingMs }) => {
  const startedAt = performance.now();
  const context = {
    awsRequestId: id,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:' + name,
    memoryLimitInMB: '1024',
    logGroupName: name,
    logStreamName: id,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => remainingMs - (performance.now() - startedAt),
  };
  const outcome = await Promise.resolve()
    .then(() => handler(event, context))
    .then((result) => ({ result }), (error) => ({ error: wordsOf(error) }));
  const milliseconds = performance.now() - startedAt;
  process.stdout.write('\\n' + id + '\\n');
  process.stderr.write('\\n' + id + '\\n');
  process.send({ id, milliseconds, ...outcome });
});
process.on('disconnect', () => process.exit());
process.send({ id: 'ready', milliseconds: performance.now() });
`;

const Message = z.object({
  id: z.string(),
  milliseconds: z.number(),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ name: z.string(), message: z.string() })),
});
type Message = z.infer<typeof Message>;

/** What infra/aws lets a function run. */
const timeoutMs = (name: FunctionName): number => (name === 'aggregate' ? 900_000 : 25_000);

interface RunningBundle {
  invoke(event: unknown, remainingMs: number): Promise<Invocation>;
  stop(): Promise<void>;
}

/** What Lambda itself sets, and credentials for endpoints that do not check them. Nothing of this process. */
const lambdaEnvironment = (name: FunctionName): Record<string, string> => ({
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_LOG_LEVEL: 'WARN',
  AWS_LAMBDA_LOG_FORMAT: 'JSON',
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
  // The SDK's remark that it will drop Node 20, which no deployed function runs on.
  NODE_NO_WARNINGS: '1',
});

/** Lines of a stream, cut at the marks: the lines of an invocation are what came before its own. */
const linesUntilMark = (stream: NodeJS.ReadableStream | null): ((mark: string) => Promise<string[]>) => {
  if (!stream) throw new Error('the child has no output');
  let lines: string[] = [];
  const waiting = new Map<string, (lines: string[]) => void>();
  createInterface({ input: stream }).on('line', (line) => {
    const resolve = waiting.get(line);
    if (!resolve) {
      if (line !== '') lines.push(line);
      return;
    }
    waiting.delete(line);
    resolve(lines);
    lines = [];
  });
  return (mark) => new Promise((resolve) => waiting.set(mark, resolve));
};

const messagesOf = (child: ChildProcess, name: FunctionName): ((id: string) => Promise<Message>) => {
  const waiting = new Map<string, { resolve: (message: Message) => void; reject: (error: Error) => void }>();
  child.on('message', (received) => {
    const message = Message.parse(received);
    waiting.get(message.id)?.resolve(message);
    waiting.delete(message.id);
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) {
      reject(new Error(`the bundle ${name} ended with ${signal ?? code}`));
    }
  });
  return (id) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
};

const startBundle = async (name: FunctionName, environment: BundleEnvironment): Promise<RunningBundle> => {
  const { entry } = builtBundle(name);
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', runtime, '--', pathToFileURL(entry).href, name],
    { env: { ...lambdaEnvironment(name), ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const stdoutUntil = linesUntilMark(child.stdout);
  const stderrUntil = linesUntilMark(child.stderr);
  const messageOf = messagesOf(child, name);
  await messageOf('ready');

  let last: Promise<unknown> = Promise.resolve();
  let invocations = 0;

  const invokeNow = async (event: unknown, remainingMs: number): Promise<Invocation> => {
    invocations += 1;
    const id = `${name}-${invocations}-of-${child.pid}`;
    const ended = Promise.all([messageOf(id), stdoutUntil(id), stderrUntil(id)]);
    child.send({ id, event, remainingMs });
    const [{ result, error, milliseconds }, stdout, stderr] = await ended;
    return { result, error, stdout, stderr, milliseconds };
  };

  return {
    // One at a time, as in Lambda: an environment never serves two events at once.
    invoke: (event, remainingMs) => {
      const invocation = last.then(() => invokeNow(event, remainingMs));
      last = invocation.catch(() => undefined);
      return invocation;
    },
    stop: async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await exited;
    },
  };
};

const running = new Map<string, Promise<RunningBundle>>();

/**
 * Invokes the built bundle of a function in a process of its own, which knows nothing but this environment. The
 * process stays for later invocations with the same environment, warm as in Lambda, until `stopBundles`.
 */
export const invokeBundle = async (
  name: FunctionName,
  event: unknown,
  environment: BundleEnvironment,
  { remainingMs = timeoutMs(name) }: { remainingMs?: number } = {},
): Promise<Invocation> => {
  const key = JSON.stringify([name, environment]);
  const bundle = running.get(key) ?? startBundle(name, environment);
  running.set(key, bundle);
  return (await bundle).invoke(event, remainingMs);
};

/** Ends every process that `invokeBundle` started; for afterAll. */
export const stopBundles = async (): Promise<void> => {
  const bundles = await Promise.allSettled(running.values());
  running.clear();
  await Promise.all(
    bundles.flatMap((bundle) => (bundle.status === 'fulfilled' ? [bundle.value.stop()] : [])),
  );
};
