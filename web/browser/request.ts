import { ownPageHeader, tokenRefused } from '../own-page.ts';
import type { Fields } from './outbox-store.ts';

const timeoutMs = 10_000;
const longestWaitMs = 3_600_000;

/** An answer of our service that settles the matter. */
export interface Reply {
  status: number;
  text: string;
  isTokenRefused: boolean;
}

/** Nothing that we may rely on came back. `waitMs` is how long the service asked us to wait. */
export interface NoReply {
  waitMs: number;
}

const waitOf = ({ status, headers }: Response): number =>
  status === 429 || status >= 500
    ? Math.min(Number(headers.get('Retry-After')) * 1_000 || 0, longestWaitMs)
    : 0;

/**
 * Asks our service. A timeout, a lost connection, a redirect, another server's page, a 429 and a 5xx all leave open
 * what became of it.
 */
export const ask = async (path: string, fields?: Fields): Promise<Reply | NoReply> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    const response = await fetch(path, {
      signal: controller.signal,
      redirect: 'error',
      // The form that Back shows must stay the one with its token: a token for a kept answer never comes from a cache.
      cache: 'no-store',
      ...(fields && { method: 'POST', body: new URLSearchParams(fields), keepalive: true }),
    });
    const text = await response.text();
    const mark = response.headers.get(ownPageHeader);
    return mark === null || response.status === 429 || response.status >= 500
      ? { waitMs: waitOf(response) }
      : { status: response.status, text, isTokenRefused: mark === tokenRefused };
  } catch {
    return { waitMs: 0 };
  } finally {
    clearTimeout(timer);
  }
};

export const isReply = (reply: Reply | NoReply): reply is Reply => 'status' in reply;
