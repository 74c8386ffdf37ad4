import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ownPage, ownPageHeader } from '../../web/own-page.ts';
import { HomePage } from '../../web/pages/home-page.tsx';
import { PrivacyPage } from '../../web/pages/privacy-page.tsx';
import { allStyles } from '../../web/styles/styles.ts';
import { parseDeskCode } from '../domain/desk-code.ts';
import { defaultRetention } from '../domain/retention.ts';
import { Unavailable } from '../unavailable.ts';
import { scriptRoutes } from './browser-scripts.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { formRoutes } from './form-routes.tsx';
import { kioskRoutes } from './kiosk-routes.tsx';
import { withSite } from './language.ts';
import { message, page, type SurveyContext, type SurveyEnv } from './pages.tsx';
import { posterRoutes } from './poster-routes.tsx';
import { resultRoutes } from './result-routes.tsx';
import { citizenHeaders } from './security.ts';
import { tryLater } from './try-later.tsx';

const bodyLimitBytes = 16 * 1024;
const retryAfterSeconds = 5;

const tooLarge = (c: SurveyContext) => message(c, c.var.site.t.messages.tooLarge, 413);
const countBody = bodyLimit({ maxSize: bodyLimitBytes, onError: tooLarge });

/** Counting makes a web stream of every body: only for those that don't say how long they are. */
const refuseLarge: MiddlewareHandler<SurveyEnv> = async (c, next) => {
  const length = c.req.header('Content-Length');
  if (length === undefined || c.req.header('Transfer-Encoding') !== undefined) return countBody(c, next);
  return Number(length) > bodyLimitBytes ? tooLarge(c) : next();
};

/** Everything a citizen sees. */
export const surveyApp = (deps: SurveyDependencies) => {
  const app = new Hono<SurveyEnv>();

  app.use(citizenHeaders(allStyles, { hasScripts: deps.scripts !== undefined }));
  app.use((c, next) => {
    c.header(ownPageHeader, ownPage);
    // Back must find the same form and its token; nothing in between may keep it.
    c.header('Cache-Control', 'private, no-cache');
    return next();
  });
  app.use(withSite(deps));
  app.on('POST', '*', refuseLarge);

  app.get('/', async (c) => {
    const { site } = c.var;
    const typed = c.req.query('code')?.trim();
    if (!typed) return page(c, <HomePage site={site} />);
    const code = parseDeskCode(typed);
    if (!code) return page(c, <HomePage site={site} typed={typed} problem="not_a_code" />, 400);
    const desk = await deps.desks.find(code);
    if (desk?.status !== 'active') {
      const problem = desk ? 'retired' : 'unknown_code';
      return page(c, <HomePage site={site} typed={typed} problem={problem} />, 404);
    }
    return page(c, <HomePage site={site} typed={typed} desk={desk} />);
  });

  app.get('/privacy', (c) =>
    page(c, <PrivacyPage site={c.var.site} kept={deps.retention ?? defaultRetention} />),
  );

  app.get('/healthz', async (c) => {
    await deps.units.province('00');
    return c.text('ok', 200, { 'Cache-Control': 'no-store' });
  });

  if (deps.scripts) app.route('/', scriptRoutes(deps.scripts));
  app.route('/', posterRoutes(deps));
  app.route('/', kioskRoutes(deps));
  app.route('/', formRoutes(deps));
  app.route('/', resultRoutes(deps));

  app.notFound((c) => message(c, c.var.site.t.messages.notFound, 404));

  app.onError((error, c) => {
    deps.log.failure(c.req.routePath, error);
    return error instanceof Unavailable
      ? tryLater(c, 'unavailable', { status: 503, seconds: retryAfterSeconds })
      : message(c, c.var.site.t.messages.wentWrong, 500);
  });

  return app;
};
