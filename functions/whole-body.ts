import { gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Part, textOf } from '../web/draw.ts';
import { effort, gzipParts } from './gzip-parts.ts';

/** RFC 9110, section 12.5.3. */
const takesGzip = (header = ''): boolean => {
  const accepted = parseAccept(header);
  const gzip =
    accepted.find(({ type }) => type.toLowerCase() === 'gzip') ?? accepted.find(({ type }) => type === '*');
  return gzip !== undefined && gzip.q > 0;
};

/**
 * Answers with a text that is there as a whole, compressed for who takes it. hono/compress would send it through a web
 * stream, which costs several times what the compression itself does.
 */
export const wholeBody = (
  c: Context,
  body: string | readonly Part[],
  headers: Readonly<Record<string, string>>,
  status: ContentfulStatusCode = 200,
): Response => {
  const parts = typeof body === 'string' ? [body] : body;
  const always = { Vary: 'Accept-Encoding', ...headers };
  return takesGzip(c.req.header('Accept-Encoding'))
    ? c.body(gzipParts(parts), status, { ...always, 'Content-Encoding': 'gzip' })
    : c.body(parts.map(textOf).join(''), status, always);
};

/** The same for everything that the routes of an app answer with: none of it is streamed. */
export const compressWhole: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (!c.res.body || !takesGzip(c.req.header('Accept-Encoding'))) return;
  c.res = new Response(gzipSync(await c.res.arrayBuffer(), effort), c.res);
  c.header('Content-Encoding', 'gzip');
};
