import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import * as z from 'zod/mini';
import { loopbackUrl } from '../../../infra/local/loopback.ts';
import { bytesOf } from '../support/bytes.ts';
import { answerParent } from '../support/worker.ts';
import { answersPerDesk } from './citizens.ts';
import { Replay, replayer } from './replay.ts';

/**
 * Run as a process: Node's http server with the service's own answers, byte for byte. With a `replay` it also asks the
 * database for what a rating asks before it answers one.
 */
const Answer = z.object({ headers: z.record(z.string(), z.string()), body: z.string() });
const Question = z.object({ form: Answer, thanks: Answer, replay: z.optional(Replay) });

answerParent(async (question) => {
  const { form, thanks, replay } = Question.parse(question);
  const rate = replay && replayer(replay);
  const [formBody, thanksBody] = [Buffer.from(form.body, 'base64'), Buffer.from(thanks.body, 'base64')];
  const ratings = new Map<string, number>();

  const server = createServer((request, response) => {
    const { method, url = '' } = request;
    if (method === 'GET') {
      response.writeHead(200, form.headers).end(formBody);
      return;
    }
    bytesOf(request)
      .then(async () => {
        const before = ratings.get(url) ?? 0;
        ratings.set(url, before + 1);
        const desk = url.slice(url.lastIndexOf('/') + 1);
        const nonce = randomBytes(16).toString('base64url');
        await rate?.({ rating: before % answersPerDesk, desk, nonce });
        response.writeHead(200, thanks.headers).end(thanksBody);
      })
      .catch(() => response.writeHead(500).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return loopbackUrl(server);
});
