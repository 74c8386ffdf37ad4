import * as z from 'zod/mini';
import { getEvent } from '../../support/lambda-events.ts';
import { timed } from '../support/load-client.ts';
import { answerParent } from '../support/worker.ts';

/** Run as a process: the dashboard's bundle, asked for one page so many times, as API Gateway asks. */
const Start = z.object({ entry: z.string(), environment: z.record(z.string(), z.string()) });
const Visit = z.object({ path: z.string(), cookie: z.string(), count: z.number(), atOnce: z.number() });
const Answer = z.object({ statusCode: z.number(), body: z.string(), isBase64Encoded: z.boolean() });

type Handler = (event: unknown, context: { awsRequestId: string }) => Promise<unknown>;
const Bundle = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });

const context = { awsRequestId: 'bench' };
let handler: Handler | undefined;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Of one request at a time also its processor time: everything that this process did meanwhile. */
const visit = async ({ path, cookie, count, atOnce }: z.infer<typeof Visit>) => {
  const each: number[] = [];
  let wireBytes = 0;
  const { seconds, milliseconds } = await timed(count, atOnce, async () => {
    const event = getEvent(path, { host: 'staff.test', cookie, 'accept-encoding': 'gzip, deflate, br' });
    const before = cpuMs();
    const { statusCode, body, isBase64Encoded } = Answer.parse(await handler?.(event, context));
    each.push(cpuMs() - before);
    if (statusCode !== 200) throw new Error(`${path} was answered with ${statusCode}`);
    wireBytes = Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8');
  });
  return { seconds, milliseconds, cpuMs: atOnce === 1 ? each : [], wireBytes };
};

answerParent(async (question) => {
  const start = Start.safeParse(question);
  if (!start.success) return visit(Visit.parse(question));
  Object.assign(process.env, start.data.environment);
  const bundle: unknown = await import(start.data.entry);
  ({ handler } = Bundle.parse(bundle));
  return 'ready';
});
