import { keyIdOf } from '../domain/form-token.ts';

/** How many of something, each under a key of its own. */
export interface RateLimit {
  /** Takes one: 0, or in how many seconds (at least 1) there will be one to take. */
  take(key: string, now: Date): number;
}

/**
 * A token bucket per key: as many at once as in a minute. Keeps so many keys and forgets the one that was used longest
 * ago: who floods us with keys gets nothing but fresh buckets for them.
 */
export const rateLimit = ({ perMinute, keysKept }: { perMinute: number; keysKept: number }): RateLimit => {
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, { left: number; at: number }>();

  const leftAt = (key: string, at: number): number => {
    const known = buckets.get(key);
    return known ? Math.min(perMinute, known.left + Math.max(0, at - known.at) * perMs) : perMinute;
  };

  return {
    take: (key, now) => {
      const at = now.getTime();
      const left = leftAt(key, at);
      // A Map keeps the order of insertion: what is put back stands last.
      buckets.delete(key);
      const [oldest] = buckets.keys();
      if (oldest !== undefined && buckets.size >= keysKept) buckets.delete(oldest);
      buckets.set(key, { left: left < 1 ? left : left - 1, at });
      return left < 1 ? Math.max(1, Math.ceil((1 - left) / perMs / 1_000)) : 0;
    },
  };
};

export interface PostLimits {
  /** Takes one post: 0, or how many seconds to wait. */
  take(post: { desk: string; token: string | undefined }, now: Date): number;
}

/**
 * One desk's real traffic is under one answer a minute. Its limit is far above that: a low one would let anybody lock
 * a desk for everybody. One form is posted a few times, not thirty a minute. Addresses are not looked at: a whole
 * village may share one, and we keep none; the firewall in front of us limits those.
 *
 * Each process counts for itself. That is enough against a loop that posts; it is no quota.
 */
export const postLimits = (): PostLimits => {
  const desks = rateLimit({ perMinute: 600, keysKept: 10_000 });
  const forms = rateLimit({ perMinute: 30, keysKept: 20_000 });

  return {
    // One form posted over and over is stopped before it takes from its desk.
    take: ({ desk, token = '' }, now) =>
      (keyIdOf(token) === undefined ? 0 : forms.take(signatureOf(token), now)) || desks.take(desk, now),
  };
};

/** Copied: a part of a string would keep all of the posted body in memory. */
const signatureOf = (token: string): string =>
  Buffer.from(token.slice(token.lastIndexOf('.') + 1)).toString();
