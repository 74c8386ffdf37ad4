import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Unavailable } from '../../unavailable.ts';

/** The secret that this service shows to the identity provider; read when somebody first signs in. */
export const storedClientSecret =
  (secretId: string, client = new SecretsManagerClient({ maxAttempts: 4 })): (() => Promise<string>) =>
  async () => {
    try {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
      if (!SecretString) throw new Error('no secret');
      return SecretString;
    } catch (error) {
      throw new Unavailable('identity provider', error);
    }
  };
