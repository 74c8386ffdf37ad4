const home = '/dashboard';
const longest = 1_000;
/** Where a sign-in must not lead back to: it would begin or end another one. */
const signInPaths = [
  '/dashboard/sign-in',
  '/dashboard/callback',
  '/dashboard/sign-out',
  '/dashboard/signed-out',
];
/** Never the origin of anything. */
const nowhere = 'http://return.invalid';

/**
 * Where to go after signing in: a page of ours behind the sign-in, without its host. Undefined for anything else,
 * however it is spelt: another host, a path that only looks like ours, a way out of it.
 */
export const parseReturnPath = (text: string): string | undefined => {
  if (text.length > longest || !text.startsWith('/') || !URL.canParse(text, nowhere)) return undefined;
  const { origin, pathname, search } = new URL(text, nowhere);
  const isOurs = origin === nowhere && (pathname === home || pathname.startsWith(`${home}/`));
  return isOurs && !signInPaths.includes(pathname) ? `${pathname}${search}` : undefined;
};

/** Where to sign in so as to come back to an address. */
export const signInHref = (pathAndQuery: string): string =>
  pathAndQuery === home
    ? '/dashboard/sign-in'
    : `/dashboard/sign-in?return=${encodeURIComponent(pathAndQuery)}`;
