import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isUsableKeySecret, newKeySecret } from '../../functions/rotate-keys/token-key-secret.ts';
import { invokeBundle, stopBundles } from '../support/bundles.ts';
import { type SecretsEndpoint, startSecretsEndpoint } from '../support/secrets-endpoint.ts';

const secretId = 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:token-keys';
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];
const tenDaysAgo = new Date(Date.now() - 10 * 86_400_000);

let secrets: SecretsEndpoint;
beforeAll(async () => {
  secrets = await startSecretsEndpoint(secretId);
});
afterAll(async () => {
  await stopBundles();
  await secrets.stop();
});

const doStep = (Step: string | undefined, ClientRequestToken: string) =>
  invokeBundle(
    'rotate-keys',
    { Step, SecretId: secretId, ClientRequestToken },
    { AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url },
  );

it('the bundle replaces a key of ten days step by step and says nothing, but not a second time at once', async () => {
  secrets.makeCurrent('11111111-first', newKeySecret(), tenDaysAgo);
  secrets.makeCurrent('22222222-second', newKeySecret(), tenDaysAgo);

  secrets.announce('33333333-third');
  for (const step of steps) {
    expect(await doStep(step, '33333333-third')).toMatchObject({ error: undefined, stdout: [], stderr: [] });
  }
  expect(secrets.versionAt('AWSCURRENT')).toBe('33333333-third');
  expect(secrets.versionAt('AWSPREVIOUS')).toBe('22222222-second');
  expect(secrets.versionAt('AWSPENDING')).toBeUndefined();

  const client = new SecretsManagerClient({
    region: 'ap-southeast-1',
    endpoint: secrets.url,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  expect(isUsableKeySecret(SecretString)).toBe(true);

  secrets.announce('44444444-fourth');
  const refused = await doStep('createSecret', '44444444-fourth');
  expect(refused.error?.message).toMatch(/at least 9 days/);
  expect(secrets.versionAt('AWSCURRENT')).toBe('33333333-third');
});
