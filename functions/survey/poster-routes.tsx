import { Hono } from 'hono';
import { qrSvg } from '../../web/components/qr-code.tsx';
import { PosterPage } from '../../web/pages/poster-page.tsx';
import { textsFor } from '../../web/texts/languages.ts';
import { wholeBody } from '../whole-body.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { findDesk, message, originOf, page, type SurveyEnv } from './pages.tsx';
import { qrImage } from './qr-code.ts';

/** What hangs at the desk: the poster to print, and its QR code alone. */
export const posterRoutes = (deps: SurveyDependencies) => {
  const app = new Hono<SurveyEnv>();

  app.get('/d/:code/poster', async (c) => {
    const desk = await findDesk(c, deps.desks);
    if (desk?.status !== 'active') return message(c, c.var.site.t.messages.unknownDesk, 404);
    const origin = originOf(c, deps.publicOrigin);
    // It hangs where most people read Vietnamese, whatever the browser of who prints it speaks.
    const { asked: _, otherHref: __, ...site } = c.var.site;
    c.set('site', { ...site, language: 'vi', t: textsFor('vi') });
    return page(
      c,
      <PosterPage site={c.var.site} desk={desk} address={origin} qr={qrImage(`${origin}/d/${desk.code}`)} />,
    );
  });

  app.get('/d/:code/qr.svg', async (c) => {
    const desk = await findDesk(c, deps.desks);
    if (desk?.status !== 'active') return message(c, c.var.site.t.messages.unknownDesk, 404);
    const origin = originOf(c, deps.publicOrigin);
    return wholeBody(c, qrSvg(qrImage(`${origin}/d/${desk.code}`)), { 'Content-Type': 'image/svg+xml' });
  });

  return app;
};
