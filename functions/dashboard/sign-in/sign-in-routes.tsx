import type { Hono } from 'hono';
import { document } from '../../../web/draw.ts';
import { WayInPage } from '../../../web/staff/pages/way-in-page.tsx';
import { signInTexts as texts } from '../../../web/staff/texts/sign-in.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { carriesCsrf, isOwnPost } from '../own-post.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffContext, StaffEnv } from '../staff-routes.ts';
import { parseReturnPath, signInHref } from './return-path.ts';

const home = '/dashboard';

/** The words for a sign-in that was refused. */
const wordsFor = (why: string): { title: string; text: string } => {
  if (why === 'account disabled') return texts.disabled;
  return why === 'given up' ? texts.cancelled : texts.refused;
};

const wayIn = (
  c: StaffContext,
  words: { title: string; text: string },
  href: string,
  status: 200 | 400 | 403,
) =>
  c.html(document(<WayInPage site={c.var.site} href={href} {...words} />), status, {
    'Cache-Control': 'no-store',
  });

/** The only addresses under /dashboard that need nobody to be signed in. */
export const signInRoutes = (
  app: Hono<StaffEnv>,
  { signIn, sessions, log }: Pick<DashboardDependencies, 'signIn' | 'sessions' | 'log'>,
): void => {
  app.get('/dashboard/sign-in', async (c) => {
    const asked = c.req.query('return');
    const returnTo = asked === undefined ? home : parseReturnPath(asked);
    if (returnTo === undefined) log.refusal('/dashboard/sign-in', 'return to another place');
    if (new URL(c.req.url).host !== new URL(signIn.origin).host) {
      return wayIn(c, texts.elsewhere, `${signIn.origin}${signInHref(returnTo ?? home)}`, 403);
    }
    const { location, attempt } = await signIn.begin(returnTo ?? home);
    signIn.cookie.write(c, attempt);
    return c.redirect(location, 303);
  });

  app.get('/dashboard/callback', async (c) => {
    const attempt = signIn.cookie.read(c);
    const result = await signIn.finish(new URL(c.req.url).search, attempt);
    signIn.cookie.clear(c);
    if (!result.ok) {
      log.refusal('/dashboard/callback', result.why);
      return wayIn(
        c,
        wordsFor(result.why),
        '/dashboard/sign-in',
        result.why === 'account disabled' ? 403 : 400,
      );
    }
    await sessions.begin(c, result.account.subject);
    return c.redirect(result.returnTo, 303);
  });

  app.post('/dashboard/sign-out', async (c) => {
    if (!isOwnPost(c, signIn.origin)) {
      log.refusal('/dashboard/sign-out', 'from another site');
      return staffMessage(c, texts.otherSite, 403);
    }
    const session = await sessions.find(c);
    if (session && !(await carriesCsrf(c, session.csrf))) {
      log.refusal('/dashboard/sign-out', 'form of another session');
      return c.redirect(home, 303);
    }
    await sessions.end(c);
    // Not a redirect: our policy lets forms go nowhere else, and a browser counts redirects in.
    c.header('Refresh', `0; url=${signIn.signOutHref}`);
    return wayIn(c, texts.signedOut, '/dashboard/sign-in', 200);
  });

  app.get('/dashboard/signed-out', (c) => wayIn(c, texts.signedOut, '/dashboard/sign-in', 200));

  app.get('/dashboard/signed-in', (c) => staffMessage(c, texts.signedIn, 200));
};
