import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { mayDo } from '../domain/authorization.ts';
import { Unavailable } from '../unavailable.ts';
import { type ApiRoute, type Asked, Refused } from './api-route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { measureRoutes } from './measure-routes.ts';
import { openApiDocument } from './openapi.ts';
import { problemResponse } from './problem.ts';
import { unitRoutes } from './unit-routes.ts';
import { visitRoutes } from './visit-routes.ts';

const bodyLimitBytes = 16 * 1024;

/** Every route for other programs; the document of the interface is made of them. */
export const apiRoutes = (deps: ApiDependencies): ApiRoute[] => [
  ...unitRoutes(deps),
  ...measureRoutes(deps),
  ...visitRoutes(deps),
];

const bearerToken = (c: Context): string | undefined =>
  /^Bearer ([\w.~+/=-]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];

const askedBy = async (c: Context, account: Asked['account']): Promise<Asked> => ({
  account,
  params: c.req.param(),
  query: c.req.query(),
  headers: c.req.raw.headers,
  body: c.req.method === 'GET' ? undefined : await c.req.json().catch(() => undefined),
});

/** Finds the unit of the address and asks whether this account may do this there; only then answers. */
const answer = async (route: ApiRoute, asked: Asked, deps: ApiDependencies): Promise<Response> => {
  const { units, log } = deps;
  const code = asked.params['code'] ?? '';
  const refuse = (): Response => {
    log.refusal(`/api/v1${route.path}`, 'not allowed');
    return problemResponse('not-allowed', 'Ask an administrator of the province for this unit.');
  };
  const absent = () => problemResponse('not-found', 'No unit has this code.');

  if (route.unit === 'none') return mayDo(asked.account, route.action) ? route.answer(asked) : refuse();
  if (route.unit === 'province') {
    if (!mayDo(asked.account, route.action, { province: code })) return refuse();
    const province = await units.province(code);
    return province ? route.answer(asked, province) : absent();
  }
  const commune = await units.commune(code);
  // Whether a code exists is told only to who may see it.
  if (!mayDo(asked.account, route.action, { province: commune?.province ?? '', commune: code }))
    return refuse();
  const province = commune && (await units.province(commune.province));
  return commune && province ? route.answer(asked, commune, province) : absent();
};

/** The interface for other programs, under /api/v1. */
export const apiApp = (deps: ApiDependencies) => {
  const app = new Hono().basePath('/api/v1');
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    // What an account sees is for it alone; a program may keep it and ask whether it still holds.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
  });
  app.use(etag());

  const routes = apiRoutes(deps);
  const description = JSON.stringify(openApiDocument(routes));
  app.get('/openapi.json', (c) =>
    c.body(description, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' }),
  );

  for (const route of routes) {
    app[route.method](
      route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      bodyLimit({
        maxSize: bodyLimitBytes,
        onError: () => problemResponse('too-large', `A body has at most ${bodyLimitBytes} bytes.`),
      }),
      async (c) => {
        const token = bearerToken(c);
        const account = token && (await deps.accountOf(token));
        if (account) return answer(route, await askedBy(c, account), deps);
        deps.log.refusal(`/api/v1${route.path}`, token ? 'token not accepted' : 'no token');
        return problemResponse('not-signed-in', 'Send `Authorization: Bearer …` with an access token.', {
          headers: { 'WWW-Authenticate': token ? 'Bearer error="invalid_token"' : 'Bearer' },
        });
      },
    );
  }

  app.notFound(() => problemResponse('not-found', 'See /api/v1/openapi.json for what there is.'));
  app.onError((error, c) => {
    if (error instanceof Refused) return error.toResponse();
    deps.log.failure(c.req.routePath, error);
    return error instanceof Unavailable
      ? problemResponse('unavailable', 'Nothing was changed. Ask again in a few seconds.', {
          headers: { 'Retry-After': '5' },
        })
      : problemResponse('went-wrong', 'Nothing is known to have been changed.');
  });
  return app;
};
