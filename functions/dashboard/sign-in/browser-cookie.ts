import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** One cookie that only we read and write. */
export interface BrowserCookie {
  read(c: Context): string | undefined;
  write(c: Context, value: string): void;
  clear(c: Context): void;
}

/**
 * A cookie of this host alone, for https alone (or loopback), out of reach of scripts and of other sites' posts. It
 * goes when the browser is closed.
 * @param isPlain for made-up data over plain http on a local network, where browsers refuse such a cookie
 */
export const browserCookie = (name: string, { isPlain = false } = {}): BrowserCookie => {
  const common = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  return {
    read: (c) => (isPlain ? getCookie(c, name) : getCookie(c, name, 'host')),
    write: (c, value) => {
      setCookie(c, name, value, isPlain ? common : { ...common, prefix: 'host', secure: true });
    },
    clear: (c) => {
      deleteCookie(c, isPlain ? name : `__Host-${name}`, isPlain ? common : { ...common, secure: true });
    },
  };
};
