import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

/**
 * Whether a browser says that a post comes from a page of ours. Every browser that can show our pages sends Origin
 * with a post; where it is missing, Sec-Fetch-Site must say the same.
 */
export const isOwnPost = (c: Pick<Context, 'req'>, ownOrigin: string): boolean => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = c.req.header('origin');
  if (origin === undefined) return site === 'same-origin';
  // Behind a gateway a request only says its host.
  const ownHosts = [new URL(ownOrigin).host, new URL(c.req.url).host];
  return URL.canParse(origin) && ownHosts.includes(new URL(origin).host);
};

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a posted form is one of this session. */
export const carriesCsrf = async (c: Pick<Context, 'req'>, csrf: string): Promise<boolean> => {
  const { csrf: posted } = await c.req.parseBody();
  return typeof posted === 'string' && timingSafeEqual(digestOf(posted), digestOf(csrf));
};
