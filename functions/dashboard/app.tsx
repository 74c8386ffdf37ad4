import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { staffStyles } from '../../web/staff/styles/staff-styles.ts';
import { messages } from '../../web/staff/texts/messages.ts';
import { signInTexts } from '../../web/staff/texts/sign-in.ts';
import { textsFor } from '../../web/texts/languages.ts';
import { mayDo, type Unit } from '../domain/authorization.ts';
import { Unavailable } from '../unavailable.ts';
import { compressWhole } from '../whole-body.ts';
import { accountRoutes } from './accounts/account-routes.tsx';
import { invitationRoutes } from './accounts/invitation-routes.tsx';
import { staffScriptRoutes } from './browser-scripts.ts';
import { communeRoutes } from './commune/commune-routes.tsx';
import type { DashboardDependencies } from './dependencies.ts';
import { deskRoutes } from './desks/desk-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { keptPost } from './kept-post.tsx';
import { carriesCsrf, isOwnPost } from './own-post.ts';
import { promiseListRoutes } from './promises/promise-list-routes.tsx';
import { promiseRoutes } from './promises/promise-routes.tsx';
import { auditRoutes } from './province/audit-routes.tsx';
import { provinceRoutes } from './province/province-routes.tsx';
import { rolloutRoutes } from './province/rollout-routes.tsx';
import { staffHeaders } from './security.ts';
import { holidayRoutes } from './settings/holiday-routes.tsx';
import { questionnaireRoutes } from './settings/questionnaire-routes.tsx';
import { signInHref } from './sign-in/return-path.ts';
import { signInRoutes } from './sign-in/sign-in-routes.tsx';
import { staffMessage } from './staff-pages.tsx';
import type { StaffContext, StaffEnv, StaffRoute } from './staff-routes.ts';
import { visitsImportRoutes } from './visits/visits-import-routes.tsx';
import { visitsRoutes } from './visits/visits-routes.tsx';

const formLimitBytes = 128 * 1024;

/** Every page and deed for people who have signed in. */
export const staffRoutes = (deps: DashboardDependencies): StaffRoute[] => [
  ...homeRoutes(deps),
  ...provinceRoutes(deps),
  ...rolloutRoutes(deps),
  ...deskRoutes(deps),
  ...questionnaireRoutes(deps),
  ...holidayRoutes(deps),
  ...invitationRoutes(deps),
  ...accountRoutes(deps),
  ...auditRoutes(deps),
  ...communeRoutes(deps),
  ...visitsRoutes(deps),
  ...visitsImportRoutes(deps),
  ...promiseListRoutes(deps),
  ...promiseRoutes(deps),
];

/** Finds the unit that an address names and asks whether this person may do this there; only then answers. */
const answer = async (
  route: StaffRoute,
  c: StaffContext,
  { units, log }: Pick<DashboardDependencies, 'units' | 'log'>,
): Promise<Response> => {
  const { account } = c.var;
  const refuse = () => {
    log.refusal(route.path, 'not allowed');
    return staffMessage(c, messages.notAllowed, 403);
  };
  const may = (unit?: Unit) => mayDo(account, route.action, unit);
  const code = c.req.param('code') ?? '';

  if (route.unit === 'none') return may() ? route.answer(c) : refuse();
  if (route.unit === 'province') {
    if (!may({ province: code })) return refuse();
    const province = await units.province(code);
    return province ? route.answer(c, province) : staffMessage(c, messages.unknownUnit, 404);
  }
  const commune = await units.commune(code);
  // Whether a code exists is told only to who may see it.
  if (!may({ province: commune?.province ?? '', commune: code })) return refuse();
  const province = commune && (await units.province(commune.province));
  return commune && province
    ? route.answer(c, commune, province)
    : staffMessage(c, messages.unknownUnit, 404);
};

const pathAndQueryOf = (c: StaffContext): string => {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
};

/** The pages of chiefs and of the province. */
export const dashboardApp = (deps: DashboardDependencies, routes = staffRoutes(deps)) => {
  const app = new Hono<StaffEnv>();

  app.use(compressWhole);
  app.use(staffHeaders(staffStyles));
  app.use(async (c, next) => {
    c.set('site', { language: 'vi', t: textsFor('vi'), ...(deps.demo && { demo: {} }) });
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-store');
  });

  if (deps.scripts) app.route('/', staffScriptRoutes(deps.scripts));
  signInRoutes(app, deps);
  for (const route of routes) {
    app[route.method](
      route.path,
      bodyLimit({
        maxSize: route.bodyLimit ?? formLimitBytes,
        onError: (c) => staffMessage(c as StaffContext, messages.tooLarge, 413),
      }),
      async (c) => {
        const isPost = route.method === 'post';
        if (isPost && !isOwnPost(c, deps.signIn.origin)) {
          deps.log.refusal(route.path, 'from another site');
          return staffMessage(c, signInTexts.otherSite, 403);
        }
        const session = await deps.sessions.find(c);
        if (!session)
          return isPost ? keptPost(c, 'signedOut') : c.redirect(signInHref(pathAndQueryOf(c)), 303);
        c.set('account', session.account);
        c.set('staff', { account: session.account, csrf: session.csrf });
        if (isPost && !(await carriesCsrf(c, session.csrf))) {
          deps.log.refusal(route.path, 'form of another session');
          return keptPost(c, 'signedInAgain');
        }
        return answer(route, c, deps);
      },
    );
  }

  app.notFound((c) => {
    deps.log.refusal('no such address', 'not found');
    return staffMessage(c, messages.notFound, 404);
  });
  app.onError((error, c) => {
    deps.log.failure(c.req.routePath, error);
    if (!(error instanceof Unavailable)) return staffMessage(c, messages.wentWrong, 500);
    const isForm = c.req.method === 'POST' && c.var.staff !== undefined;
    return isForm ? keptPost(c, 'busy') : staffMessage(c, messages.unavailable, 503);
  });
  return app;
};
