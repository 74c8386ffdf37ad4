import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { KioskPage } from '../../web/pages/kiosk-page.tsx';
import { issueToken } from '../domain/form-token.ts';
import { isPaired } from '../domain/kiosk-credential.ts';
import type { SurveyDependencies } from './dependencies.ts';
import { readFormBody } from './form-body.ts';
import { findDesk, message, page, type SurveyEnv } from './pages.tsx';
import { isOwnOrigin } from './security.ts';

/** The tablet that stands at a desk: its screen, and a token for each of its answers. */
export const kioskRoutes = ({ desks, tokenKeys, now, publicOrigin }: SurveyDependencies) => {
  const app = new Hono<SurveyEnv>();

  app.get('/d/:code/kiosk', async (c) => {
    const { site } = c.var;
    const { messages } = site.t;
    const desk = await findDesk(c, desks);
    if (!desk) return message(c, messages.unknownDesk, 404);
    if (desk.status === 'retired') return message(c, messages.retiredDesk, 404);
    c.header('Cache-Control', 'no-store');
    return page(c, <KioskPage site={site} desk={desk} />);
  });

  app.post('/d/:code/kiosk/token', async (c) => {
    const desk = await findDesk(c, desks);
    c.header('Cache-Control', 'no-store');
    if (desk?.status !== 'active') return c.text('no such desk', 404);
    const body = await readFormBody(c.req.raw);
    const credential = body.ok ? (body.posted['credential'] ?? '') : '';
    if (!isOwnOrigin(c, publicOrigin) || !isPaired(credential, desk.kiosk)) return c.text('not paired', 403);
    const visit = {
      desk: desk.code,
      commune: desk.commune.code,
      channel: 'kiosk',
      issuedAt: now(),
      nonce: randomBytes(16).toString('base64url'),
    } as const;
    return c.text(issueToken(visit, await tokenKeys.current()));
  });

  return app;
};
