import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryDays } from '../../functions/domain/week-life.ts';
import { type RotationEvent, rotate } from '../../functions/rotate-keys/rotate.ts';
import {
  isUsableKeySecret,
  minimumKeyDays,
  newKeySecret,
  nextChangeAt,
} from '../../functions/rotate-keys/token-key-secret.ts';

const secretsManager = mockClient(SecretsManagerClient);
const now = new Date('2026-11-23T03:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

const step = (Step: RotationEvent['Step']): Promise<void> =>
  rotate(
    { secrets: new SecretsManagerClient(), now: () => now },
    { Step, SecretId: 'token-keys', ClientRequestToken: 'new' },
  );

const secretHas = (
  stages: Record<string, string[]>,
  { currentSince = daysAgo(30), rotatedAt }: { currentSince?: Date; rotatedAt?: Date } = {},
): void => {
  secretsManager
    .on(DescribeSecretCommand)
    .resolves({ VersionIdsToStages: stages, ...(rotatedAt && { LastRotatedDate: rotatedAt }) });
  secretsManager
    .on(GetSecretValueCommand, { VersionStage: 'AWSCURRENT' })
    .resolves({ CreatedDate: currentSince });
};

const pendingIs = (value: string | undefined): void => {
  const pending = secretsManager.on(GetSecretValueCommand, { VersionId: 'new', VersionStage: 'AWSPENDING' });
  if (value === undefined) pending.rejects(new ResourceNotFoundException({ $metadata: {}, message: 'none' }));
  else pending.resolves({ SecretString: value });
};

const rotating = { new: ['AWSPENDING'], old: ['AWSCURRENT'], older: ['AWSPREVIOUS'] };

beforeEach(() => {
  secretsManager.reset();
  secretsManager.on(PutSecretValueCommand).resolves({});
  secretsManager.on(UpdateSecretVersionStageCommand).resolves({});
});

describe('the secret of a key', () => {
  it('is 32 random bytes in base64url, never the same twice', () => {
    expect(isUsableKeySecret(newKeySecret())).toBe(true);
    expect(newKeySecret()).not.toBe(newKeySecret());
  });

  it('may be the 43 letters and digits with which the stack begins', () => {
    expect(isUsableKeySecret(JSON.stringify({ secret: `${'aZ09'.repeat(10)}xyz` }))).toBe(true);
  });

  it.each(['', 'x', 'null', '{}', '{"secret":"c2hvcnQ"}', '{"secret":7}', `{"secret":"${'='.repeat(43)}"}`])(
    'is not %j',
    (value) => {
      expect(isUsableKeySecret(value)).toBe(false);
    },
  );
});

describe('the day on which a key may change', () => {
  it('comes so late that a token signed on the last day of a key is opened for all of its own days', () => {
    expect(minimumKeyDays).toBe(9);
    expect(minimumKeyDays).toBeGreaterThan(deliveryDays);
  });

  it('is any day while there is no earlier key that the change would drop', () => {
    expect(nextChangeAt({ current: 'a', previous: undefined, pending: 'b' }, now)).toEqual(now);
  });
});

describe('createSecret', () => {
  it('gives the announced version a new key', async () => {
    secretHas(rotating);
    pendingIs(undefined);
    await step('createSecret');
    const put = secretsManager.commandCalls(PutSecretValueCommand)[0]?.args[0].input;
    expect(put).toMatchObject({
      SecretId: 'token-keys',
      ClientRequestToken: 'new',
      VersionStages: ['AWSPENDING'],
    });
    expect(isUsableKeySecret(put?.SecretString ?? '')).toBe(true);
  });

  it('done twice keeps the first key', async () => {
    secretHas(rotating);
    pendingIs(newKeySecret());
    await step('createSecret');
    expect(secretsManager.commandCalls(PutSecretValueCommand)).toHaveLength(0);
  });

  it('refuses a key younger than nine days and names the moment from which it may change', async () => {
    secretHas(rotating, { currentSince: daysAgo(8.9) });
    pendingIs(undefined);
    await expect(step('createSecret')).rejects.toThrow(/at least 9 days.*2026-11-23T05:24:00/);
    expect(secretsManager.commandCalls(PutSecretValueCommand)).toHaveLength(0);
  });

  it('counts from the day a key took over when that is later than the day it was made', async () => {
    secretHas(rotating, { currentSince: daysAgo(20), rotatedAt: daysAgo(3) });
    pendingIs(undefined);
    await expect(step('createSecret')).rejects.toThrow(/at least 9 days/);
  });

  it('replaces the very first key at once', async () => {
    secretHas({ new: ['AWSPENDING'], first: ['AWSCURRENT'] }, { currentSince: now });
    pendingIs(undefined);
    await step('createSecret');
    expect(secretsManager.commandCalls(PutSecretValueCommand)).toHaveLength(1);
  });

  it('fails when Secrets Manager does', async () => {
    secretHas(rotating);
    secretsManager
      .on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' })
      .rejects(new Error('InternalServiceError'));
    await expect(step('createSecret')).rejects.toThrow('InternalServiceError');
  });
});

describe('setSecret', () => {
  it('changes nothing: nobody else keeps a copy of the key', async () => {
    secretHas(rotating);
    await step('setSecret');
    expect(secretsManager.calls()).toHaveLength(1);
  });
});

describe('testSecret', () => {
  it('accepts a new key', async () => {
    secretHas(rotating);
    pendingIs(newKeySecret());
    await expect(step('testSecret')).resolves.toBeUndefined();
  });

  it.each([undefined, '{"secret":"c2hvcnQ"}'])('refuses %j', async (value) => {
    secretHas(rotating);
    pendingIs(value);
    await expect(step('testSecret')).rejects.toThrow(/the old one stays/);
  });
});

describe('finishSecret', () => {
  it('makes the new key current', async () => {
    secretHas(rotating);
    await step('finishSecret');
    expect(secretsManager.commandCalls(UpdateSecretVersionStageCommand)[0]?.args[0].input).toEqual({
      SecretId: 'token-keys',
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: 'new',
      RemoveFromVersionId: 'old',
    });
  });

  it('done twice changes nothing', async () => {
    secretHas({ new: ['AWSCURRENT'], old: ['AWSPREVIOUS'] });
    await step('finishSecret');
    expect(secretsManager.commandCalls(UpdateSecretVersionStageCommand)).toHaveLength(0);
  });
});

it('a rotation that another has overtaken changes nothing', async () => {
  secretHas({ newer: ['AWSPENDING'], old: ['AWSCURRENT'] });
  await expect(step('finishSecret')).rejects.toThrow(/overtaken/);
  expect(secretsManager.commandCalls(UpdateSecretVersionStageCommand)).toHaveLength(0);
});
