import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { styleSource } from '../style-source.ts';

const ownScripts = { scriptSrc: ["'self'"], workerSrc: ["'self'"], connectSrc: ["'self'"] };

/** Nothing may load or run but our own styles and scripts, and forms go nowhere else. */
export const citizenHeaders = (
  styles: readonly string[],
  { hasScripts }: { hasScripts: boolean },
): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      ...(hasScripts && ownScripts),
      styleSrc: styles.map(styleSource),
      // The empty icon of the pages, so that no browser asks for a favicon.
      imgSrc: ['data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // Forms keep their Origin; other sites never learn which desk a person came from.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // For browsers that nobody has any more; each would be a line in every answer.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
  });

/**
 * Whether a post comes from our own page. In-app browsers send `null` or nothing at all: those are let through, for
 * it is the token that makes a post genuine.
 */
export const isOwnOrigin = (c: Pick<Context, 'req'>, publicOrigin: string | undefined): boolean => {
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null' || origin === publicOrigin) return true;
  const own = [new URL(c.req.url).host, ...(publicOrigin ? [new URL(publicOrigin).host] : [])];
  return URL.canParse(origin) && own.includes(new URL(origin).host);
};
