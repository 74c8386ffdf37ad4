import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { document } from '../../web/layout.tsx';
import { HomePage } from '../../web/pages/home-page.tsx';
import { PrivacyPage } from '../../web/pages/privacy-page.tsx';
import { UnavailablePage } from '../../web/pages/unavailable-page.tsx';
import { allStyles } from '../../web/styles/styles.ts';
import { parseDeskCode } from '../domain/desk-code.ts';
import { Unavailable } from '../unavailable.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { formRoutes } from './form-routes.tsx';
import { message, type SurveyEnv, siteOf } from './pages.tsx';
import { posterRoutes } from './poster-routes.tsx';
import { resultRoutes } from './result-routes.tsx';
import { citizenHeaders } from './security.ts';

const bodyLimitBytes = 16 * 1024;
const retryAfterSeconds = '5';

/** Everything a citizen sees. */
export const surveyApp = (deps: SurveyDependencies) => {
  const site = siteOf(deps);
  const { t } = site;
  const app = new Hono<SurveyEnv>();

  app.use(compress());
  app.use(citizenHeaders(allStyles));
  app.use(bodyLimit({ maxSize: bodyLimitBytes, onError: (c) => message(c, site, t.messages.tooLarge, 413) }));

  app.get('/', async (c) => {
    const typed = c.req.query('code')?.trim();
    if (!typed) return c.html(document(<HomePage site={site} />));
    const code = parseDeskCode(typed);
    if (!code) return c.html(document(<HomePage site={site} typed={typed} problem="not_a_code" />), 400);
    const desk = await deps.desks.find(code);
    if (desk?.status !== 'active') {
      const problem = desk ? 'retired' : 'unknown_code';
      return c.html(document(<HomePage site={site} typed={typed} problem={problem} />), 404);
    }
    return c.html(document(<HomePage site={site} typed={typed} desk={desk} />));
  });

  app.get('/privacy', (c) => c.html(document(<PrivacyPage site={site} />)));

  app.get('/healthz', async (c) => {
    await deps.units.province('00');
    return c.text('ok', 200, { 'Cache-Control': 'no-store' });
  });

  app.route('/', posterRoutes(deps));
  app.route('/', formRoutes(deps));
  app.route('/', resultRoutes(deps));

  app.notFound((c) => message(c, site, t.messages.notFound, 404));

  app.onError((error, c) => {
    deps.log.failure(c.req.routePath, error);
    if (!(error instanceof Unavailable)) return message(c, site, t.messages.wentWrong, 500);
    // What was typed goes back to the person, to be sent again under the same token.
    const fields = Object.entries(c.get('posted') ?? {});
    c.header('Cache-Control', 'no-store');
    c.header('Retry-After', retryAfterSeconds);
    return c.html(
      document(
        <UnavailablePage site={site} action={fields.length > 0 ? c.req.path : undefined} fields={fields} />,
      ),
      503,
    );
  });

  return app;
};
