import { Hono } from 'hono';
import { readDetailsForm, readRatingForm } from './answer-form.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { formPages } from './form-pages.tsx';
import { inOtherLanguage } from './other-language.tsx';
import { findDesk, message, type SurveyEnv } from './pages.tsx';
import { formReader } from './posted-form.ts';
import { fieldProblems } from './problem-words.ts';
import { postLimits } from './rate-limit.ts';
import { correctResponse, recordRating } from './record.ts';
import { isOwnOrigin } from './security.ts';

/** The form, the rating, and what its author adds or changes afterwards. */
export const formRoutes = (deps: SurveyDependencies) => {
  const { desks, now, publicOrigin } = deps;
  const pages = formPages(deps);
  const { form, thanks } = pages;
  const reading = formReader(deps, postLimits());
  const app = new Hono<SurveyEnv>();

  app.use('/d/:code/*', async (c, next) => {
    if (c.req.method === 'POST' && !isOwnOrigin(c, publicOrigin)) {
      return message(c, c.var.site.t.messages.wrongOrigin, 403);
    }
    return next();
  });

  app.get('/d/:code', async (c) => {
    const { messages } = c.var.site.t;
    const desk = await findDesk(c, desks);
    if (!desk) return message(c, messages.unknownDesk, 404);
    if (desk.status === 'retired') return message(c, messages.retiredDesk, 404);
    return form(c, desk, {}, 200);
  });

  app.post(
    '/d/:code',
    reading(async (c, body) => {
      const { language, t } = c.var.site;
      const desk = await findDesk(c, desks);
      if (!desk) return message(c, t.messages.unknownDesk, 404);
      if (desk.status === 'retired') return message(c, t.messages.retiredDesk, 404);
      if (!body.ok) return pages.refusedBody(c, desk, body);
      const { posted: typed } = body;
      const visit = await pages.open(desk, typed);
      if (typeof visit === 'string') return pages.refusedToken(c, desk, typed, visit);
      const read = readRatingForm(typed, visit.week, now());
      if (!read.ok) {
        const problems = fieldProblems(read.problems, t);
        return form(c, desk, { typed, problems, token: typed['token'] }, 400);
      }
      const recorded = await recordRating(deps, visit, { ...read.form, language }, now());
      return thanks(c, desk, recorded, { posted: typed, notice: 'recorded' });
    }),
  );

  app.post(
    '/d/:code/details',
    reading(async (c, body) => {
      const { t } = c.var.site;
      // A desk retired within the two hours still takes what its last visitors add.
      const desk = await findDesk(c, desks);
      if (!desk) return message(c, t.messages.unknownDesk, 404);
      if (!body.ok) return pages.refusedBody(c, desk, body);
      const { posted: typed } = body;
      const visit = await pages.open(desk, typed);
      if (typeof visit === 'string') return pages.refusedToken(c, desk, typed, visit);
      const read = readDetailsForm(typed);
      if (!read.ok) {
        return pages.refused(c, desk, { posted: typed, problems: fieldProblems(read.problems, t), visit });
      }
      const correction = await correctResponse(deps, visit, read.form, now());
      switch (correction.outcome) {
        case 'not_recorded': {
          const problems = fieldProblems([{ field: 'overall', kind: 'missing_rating' }], t);
          return form(c, desk, { typed, problems, token: typed['token'] }, 400);
        }
        case 'too_late':
          return thanks(c, desk, correction.recorded, { posted: typed, notice: 'too_late' }, 409);
        case 'unchanged':
          return thanks(c, desk, correction.recorded, { posted: typed, notice: 'unchanged' });
        case 'corrected':
          return thanks(c, desk, correction.recorded, { posted: typed, notice: 'added' });
      }
    }),
  );

  app.post('/d/:code/language', reading(inOtherLanguage(deps, pages)));

  return app;
};
