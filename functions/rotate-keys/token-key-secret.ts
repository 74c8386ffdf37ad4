import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { deliveryDays } from '../domain/week-life.ts';

/** As long as the hash that signs with it. */
const keyBytes = 32;
const dayMs = 86_400_000;

/** The value of the secret: the key in base64url. Each version of the secret is one key. */
const KeySecret = z.object({ secret: z.string().check(z.regex(/^[\w-]+$/)) });

export const newKeySecret = (): string =>
  JSON.stringify({ secret: randomBytes(keyBytes).toString('base64url') });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whether the survey can sign with this value. */
export const isUsableKeySecret = (value: string): boolean => {
  const parsed = KeySecret.safeParse(parseJson(value));
  return parsed.success && Buffer.from(parsed.data.secret, 'base64url').length === keyBytes;
};

/**
 * Days for which a key signs at least. The current key and the one before it are accepted, so a key is dropped by
 * the second change after it: a token that it signed on its last day can still be opened for all of its days. The
 * ninth day is to spare, for functions that still sign with the key they fetched before the change.
 */
export const minimumKeyDays = deliveryDays + 1;

/** Which versions of the secret are in use, by their ids. */
export interface KeyVersions {
  current: string | undefined;
  previous: string | undefined;
  pending: string | undefined;
}

/** Sorts out Secrets Manager's map from version id to staging labels. */
export const keyVersions = (stages: Readonly<Record<string, readonly string[]>>): KeyVersions => {
  const labelled = (label: string): string | undefined =>
    Object.entries(stages).find(([, labels]) => labels.includes(label))?.[0];
  return {
    current: labelled('AWSCURRENT'),
    previous: labelled('AWSPREVIOUS'),
    pending: labelled('AWSPENDING'),
  };
};

/**
 * The moment from which the key may change. At once when there is no earlier key yet, because then the change drops
 * none: so the first deployment can rotate immediately, which proves that rotation works.
 */
export const nextChangeAt = ({ previous }: KeyVersions, currentSince: Date): Date =>
  previous === undefined ? currentSince : new Date(currentSince.getTime() + minimumKeyDays * dayMs);
