import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { timed } from '../support/load-client.ts';
import { answerParent } from '../support/worker.ts';
import { answersPerDesk } from './citizens.ts';
import { Replay, replayer } from './replay.ts';

/** Run as a process: the database operations of so many ratings, so many at a time, with no server before them. */
const Start = z.object({ replay: Replay });
const Run = z.object({ run: z.string(), count: z.number(), atOnce: z.number() });

let rate: ReturnType<typeof replayer> | undefined;

answerParent(async (question) => {
  const start = Start.safeParse(question);
  if (start.success) {
    rate = replayer(start.data.replay);
    return 'ready';
  }
  const { run, count, atOnce } = Run.parse(question);
  const desks = Math.ceil(count / answersPerDesk);
  const cpuBefore = process.cpuUsage();
  const { seconds, milliseconds } = await timed(count, atOnce, async (index) => {
    const desk = `${run}${(index % desks).toString(36)}`.toUpperCase().padEnd(8, '0');
    await rate?.({ rating: Math.floor(index / desks), desk, nonce: randomBytes(16).toString('base64url') });
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  return { seconds, milliseconds, cpuMs: (user + system) / 1000 };
});
