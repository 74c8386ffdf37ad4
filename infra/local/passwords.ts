import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';

/** A password as it is kept: scrypt (RFC 7914) with a salt of its own, both in base64url. */
export const PasswordHash = z.object({ salt: z.string(), hash: z.string() });
export type PasswordHash = z.infer<typeof PasswordHash>;

/** 32 MB and about 100 ms for each guess (OWASP's cheat sheet on password storage). */
const cost: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const hashBytes = 32;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // The same password typed on another keyboard may come in another normal form of Unicode.
    scrypt(password.normalize('NFKC'), salt, hashBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export const hashPassword = async (password: string): Promise<PasswordHash> => {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64url'), hash: (await derive(password, salt)).toString('base64url') };
};

export const isPassword = async (password: string, { salt, hash }: PasswordHash): Promise<boolean> =>
  timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url')), Buffer.from(hash, 'base64url'));

/** Without letters that look like others on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 'k7mq-x3ht-p9wd': 59 bits, to be read out or copied from paper, and changed at the first sign-in. */
export const newPassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

/** As in Cognito's policy (infra/aws/identity.ts): length is what counts. */
export const shortestPassword = 12;
