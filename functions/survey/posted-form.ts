import { parseDeskCode } from '../domain/desk-code.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { type FormBody, readFormBody } from './form-body.ts';
import type { SurveyContext } from './pages.tsx';
import type { PostLimits } from './rate-limit.ts';
import { tryLater } from './try-later.tsx';

type Answer = Promise<Response> | Response;

/**
 * Reads what was posted before anything else is asked for: when that fails, or when there was too much of it, what was
 * typed goes back to the person.
 */
export const formReader =
  ({ now }: Pick<SurveyDependencies, 'now'>, limits: PostLimits) =>
  (answer: (c: SurveyContext, body: FormBody) => Answer) =>
  async (c: SurveyContext): Promise<Response> => {
    const body = await readFormBody(c.req.raw);
    c.set('posted', body.posted);
    const desk = parseDeskCode(c.req.param('code') ?? '');
    const seconds = desk ? limits.take({ desk, token: body.posted['token'] }, now()) : 0;
    return seconds > 0 ? tryLater(c, 'too_many', { status: 429, seconds }) : answer(c, body);
  };
