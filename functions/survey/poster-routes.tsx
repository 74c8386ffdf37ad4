import { Hono } from 'hono';
import { qrSvg } from '../../web/components/qr-code.tsx';
import { document } from '../../web/layout.tsx';
import { PosterPage } from '../../web/pages/poster-page.tsx';
import type { SurveyDependencies } from './dependencies.ts';
import { findDesk, message, originOf, type SurveyEnv, siteOf } from './pages.tsx';
import { qrImage } from './qr-code.ts';

/** What hangs at the desk: the poster to print, and its QR code alone. */
export const posterRoutes = (deps: SurveyDependencies) => {
  const site = siteOf(deps);
  const app = new Hono<SurveyEnv>();

  app.get('/d/:code/poster', async (c) => {
    const desk = await findDesk(c, deps.desks);
    if (desk?.status !== 'active') return message(c, site, site.t.messages.unknownDesk, 404);
    const origin = originOf(c, deps.publicOrigin);
    return c.html(
      document(
        <PosterPage site={site} desk={desk} address={origin} qr={qrImage(`${origin}/d/${desk.code}`)} />,
      ),
    );
  });

  app.get('/d/:code/qr.svg', async (c) => {
    const desk = await findDesk(c, deps.desks);
    if (desk?.status !== 'active') return message(c, site, site.t.messages.unknownDesk, 404);
    const origin = originOf(c, deps.publicOrigin);
    return c.body(qrSvg(qrImage(`${origin}/d/${desk.code}`)), 200, { 'Content-Type': 'image/svg+xml' });
  });

  return app;
};
