import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../web/components/problems.tsx';
import { document } from '../../web/layout.tsx';
import { SurveyPage } from '../../web/pages/survey-page.tsx';
import { ThanksPage } from '../../web/pages/thanks-page.tsx';
import type { Desk } from '../domain/desk.ts';
import { issueToken, openToken, type TokenRefusal } from '../domain/form-token.ts';
import type { Response } from '../domain/response.ts';
import { detailFields, readDetailsForm, readRatingForm } from './answer-form.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { type FormBody, type Posted, readFormBody } from './form-body.ts';
import type { ComponentProps } from './pages.tsx';
import { findDesk, message, type SurveyContext, type SurveyEnv, siteOf } from './pages.tsx';
import { bodyProblem, fieldProblems, tokenProblem } from './problem-words.ts';
import { correctResponse, type OpenVisit, recordRating } from './record.ts';
import { isOwnOrigin } from './security.ts';

/** What of a posted form the details form shows again. */
const detailsTyped = (posted: Posted): Posted =>
  Object.fromEntries(Object.entries(posted).filter(([name]) => detailFields.includes(name)));

/** Before anything else is asked for: when that fails, what was typed goes back to the person. */
const readBody = async (c: SurveyContext): Promise<FormBody> => {
  const body = await readFormBody(c.req.raw);
  c.set('posted', body.posted);
  return body;
};

/** The form, the rating, and what its author adds or changes afterwards. */
export const formRoutes = (deps: SurveyDependencies) => {
  const { desks, responses, tokenKeys, now, publicOrigin } = deps;
  const site = siteOf(deps);
  const { t } = site;

  const newToken = async (desk: Desk): Promise<string> =>
    issueToken(
      {
        desk: desk.code,
        commune: desk.commune.code,
        channel: 'qr',
        issuedAt: now(),
        nonce: randomBytes(16).toString('base64url'),
      },
      await tokenKeys.current(),
    );

  /** A form, empty or with all that was typed. A token that still opens is kept, so that a replay stays one. */
  const form = async (
    c: SurveyContext,
    desk: Desk,
    { typed = {}, problems = [], token }: { typed?: Posted; problems?: readonly Problem[]; token?: string },
    status: ContentfulStatusCode,
  ) => {
    const issued = token ?? (await newToken(desk));
    const page = <SurveyPage site={site} desk={desk} token={issued} typed={typed} problems={problems} />;
    return c.html(document(page), status);
  };

  const thanks = (
    c: SurveyContext,
    desk: Desk,
    { overall, edition }: Response,
    {
      posted,
      problems = [],
      notice,
    }: {
      posted: Posted;
      problems?: readonly Problem[];
      notice: ComponentProps<typeof ThanksPage>['notice'];
    },
    status: ContentfulStatusCode = 200,
  ) => {
    const page = (
      <ThanksPage
        site={site}
        desk={desk}
        overall={overall}
        token={posted['token'] ?? ''}
        edition={edition + 1}
        typed={detailsTyped(posted)}
        problems={problems}
        notice={notice}
      />
    );
    return c.html(document(page), status);
  };

  const open = async (desk: Desk, posted: Posted): Promise<OpenVisit | TokenRefusal> => {
    const token = await openToken(posted['token'], { desk: desk.code, keys: tokenKeys, now: now() });
    return token.ok ? { desk, visit: token.visit, week: token.week, key: token.key } : token.reason;
  };

  /** What can't be taken comes back to be put right: beside what is recorded, so that it stays one response. */
  const refused = async (
    c: SurveyContext,
    desk: Desk,
    {
      posted,
      problems,
      visit,
    }: { posted: Posted; problems: readonly Problem[]; visit: OpenVisit | TokenRefusal },
  ) => {
    if (typeof visit === 'string') return form(c, desk, { typed: posted, problems }, 400);
    const { commune, nonce } = visit.visit;
    const recorded = await responses.find({ commune, arrival: visit.week, id: nonce });
    return recorded
      ? thanks(c, desk, recorded, { posted, problems, notice: 'invalid' }, 400)
      : form(c, desk, { typed: posted, problems, token: posted['token'] }, 400);
  };

  const refusedBody = async (c: SurveyContext, desk: Desk, { reason, posted }: FormBody & { ok: false }) =>
    reason === 'content_type'
      ? message(c, site, t.messages.wrongContentType, 415)
      : refused(c, desk, {
          posted,
          problems: [bodyProblem(reason, posted, t)],
          visit: await open(desk, posted),
        });

  const app = new Hono<SurveyEnv>();

  app.use('/d/:code/*', async (c, next) => {
    if (c.req.method === 'POST' && !isOwnOrigin(c, publicOrigin)) {
      return message(c, site, t.messages.wrongOrigin, 403);
    }
    await next();
    // Back must find the same form and its token; nothing in between may keep it.
    c.header('Cache-Control', 'private, no-cache');
    return undefined;
  });

  app.get('/d/:code', async (c) => {
    const desk = await findDesk(c, desks);
    if (!desk) return message(c, site, t.messages.unknownDesk, 404);
    if (desk.status === 'retired') return message(c, site, t.messages.retiredDesk, 404);
    return form(c, desk, {}, 200);
  });

  app.post('/d/:code', async (c) => {
    const body = await readBody(c);
    const desk = await findDesk(c, desks);
    if (!desk) return message(c, site, t.messages.unknownDesk, 404);
    if (desk.status === 'retired') return message(c, site, t.messages.retiredDesk, 404);
    if (!body.ok) return refusedBody(c, desk, body);
    const { posted } = body;
    const visit = await open(desk, posted);
    if (typeof visit === 'string')
      return form(c, desk, { typed: posted, problems: [tokenProblem(visit, t)] }, 400);
    const read = readRatingForm(posted, now());
    if (!read.ok) {
      return form(
        c,
        desk,
        { typed: posted, problems: fieldProblems(read.problems, t), token: posted['token'] },
        400,
      );
    }
    const recorded = await recordRating(deps, visit, { ...read.form, language: site.language }, now());
    return thanks(c, desk, recorded, { posted, notice: 'recorded' });
  });

  app.post('/d/:code/details', async (c) => {
    const body = await readBody(c);
    // A desk retired within the two hours still takes what its last visitors add.
    const desk = await findDesk(c, desks);
    if (!desk) return message(c, site, t.messages.unknownDesk, 404);
    if (!body.ok) return refusedBody(c, desk, body);
    const { posted } = body;
    const visit = await open(desk, posted);
    if (typeof visit === 'string')
      return form(c, desk, { typed: posted, problems: [tokenProblem(visit, t)] }, 400);
    const read = readDetailsForm(posted);
    if (!read.ok) return refused(c, desk, { posted, problems: fieldProblems(read.problems, t), visit });
    const correction = await correctResponse(deps, visit, read.form, now());
    switch (correction.outcome) {
      case 'not_recorded': {
        const problems = fieldProblems([{ field: 'overall', kind: 'missing_rating' }], t);
        return form(c, desk, { typed: posted, problems, token: posted['token'] }, 400);
      }
      case 'too_late':
        return thanks(c, desk, correction.recorded, { posted, notice: 'too_late' }, 409);
      case 'unchanged':
        return thanks(c, desk, correction.recorded, { posted, notice: 'unchanged' });
      case 'corrected':
        return thanks(c, desk, correction.recorded, { posted, notice: 'added' });
    }
  });

  return app;
};
