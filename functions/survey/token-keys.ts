import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import type { TokenKey, TokenKeys } from '../domain/form-token.ts';
import { remembered } from '../remembered.ts';
import { Unavailable } from '../unavailable.ts';

/** The current key and the one before it, newest first. */
export type LoadKeys = () => Promise<readonly TokenKey[]>;

const rememberedMs = 3_600_000;
/** A forged key id must not buy a request to the key store for every post. */
const reloadMs = 10_000;

/**
 * Keeps keys for an hour and fetches them again when a token names one that it does not know: another process may
 * have seen the keys change first.
 */
export const rememberingKeys = (load: LoadKeys, now: () => Date): TokenKeys => {
  const loaded = remembered<readonly TokenKey[]>({ now, forMs: rememberedMs, atMost: 1 });
  const fresh = (maxAgeMs: number) => loaded('keys', load, maxAgeMs);

  return {
    current: async () => {
      const [newest] = await fresh(rememberedMs);
      if (!newest) throw new Unavailable('token keys', new Error('no key'));
      return newest;
    },
    find: async (id) => {
      const known = (await fresh(rememberedMs)).find((key) => key.id === id);
      return known ?? (await fresh(reloadMs)).find((key) => key.id === id);
    },
  };
};

const SecretValue = z.pipe(
  z.string(),
  z.transform((text) => z.object({ secret: z.string() }).parse(JSON.parse(text))),
);

/** Reads both versions of the secret that the rotation keeps; its version id names the key. */
export const secretKeys =
  (secretId: string, client = new SecretsManagerClient({ maxAttempts: 4 })): LoadKeys =>
  async () => {
    const version = async (stage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<TokenKey[]> => {
      try {
        const { SecretString, VersionId = '' } = await client.send(
          new GetSecretValueCommand({ SecretId: secretId, VersionStage: stage }),
        );
        const { secret } = SecretValue.parse(SecretString);
        return [{ id: VersionId.slice(0, 8), secret: Buffer.from(secret, 'base64url') }];
      } catch (error) {
        // Before the first rotation there is no previous version.
        if (stage === 'AWSPREVIOUS' && error instanceof ResourceNotFoundException) return [];
        throw new Unavailable('token keys', error);
      }
    };
    return (await Promise.all([version('AWSCURRENT'), version('AWSPREVIOUS')])).flat();
  };
