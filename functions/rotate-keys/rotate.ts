import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import {
  isUsableKeySecret,
  type KeyVersions,
  keyVersions,
  minimumKeyDays,
  newKeySecret,
  nextChangeAt,
} from './token-key-secret.ts';

/** What Secrets Manager sends, once for each step of a rotation. */
export const RotationEvent = z.object({
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  SecretId: z.string(),
  /** Id of the version that this rotation makes. */
  ClientRequestToken: z.string(),
});
export type RotationEvent = z.infer<typeof RotationEvent>;

export interface Rotation {
  secrets: SecretsManagerClient;
  now: () => Date;
}

interface Secret {
  id: string;
  version: string;
  versions: KeyVersions;
  lastRotatedAt: Date | undefined;
}

const describe = async ({ secrets }: Rotation, event: RotationEvent): Promise<Secret> => {
  const { VersionIdsToStages = {}, LastRotatedDate } = await secrets.send(
    new DescribeSecretCommand({ SecretId: event.SecretId }),
  );
  return {
    id: event.SecretId,
    version: event.ClientRequestToken,
    versions: keyVersions(VersionIdsToStages),
    lastRotatedAt: LastRotatedDate,
  };
};

/** Undefined while a rotation has announced its version but not yet given it a value. */
const pendingValue = async ({ secrets }: Rotation, { id, version }: Secret): Promise<string | undefined> => {
  try {
    const { SecretString } = await secrets.send(
      new GetSecretValueCommand({ SecretId: id, VersionId: version, VersionStage: 'AWSPENDING' }),
    );
    return SecretString;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/** The later of its making and its taking over: a rotation that was interrupted may lie days between them. */
const currentSince = async ({ secrets }: Rotation, { id, lastRotatedAt }: Secret): Promise<Date> => {
  const { CreatedDate } = await secrets.send(
    new GetSecretValueCommand({ SecretId: id, VersionStage: 'AWSCURRENT' }),
  );
  return new Date(Math.max(CreatedDate?.getTime() ?? 0, lastRotatedAt?.getTime() ?? 0));
};

const create = async (rotation: Rotation, secret: Secret): Promise<void> => {
  if ((await pendingValue(rotation, secret)) !== undefined) return;

  const allowedAt = nextChangeAt(secret.versions, await currentSince(rotation, secret));
  if (rotation.now() < allowedAt) {
    throw new Error(
      `The form-token key must sign for at least ${minimumKeyDays} days, so that forms opened with the key before it still arrive. It may change from ${allowedAt.toISOString()}.`,
    );
  }
  await rotation.secrets.send(
    new PutSecretValueCommand({
      SecretId: secret.id,
      ClientRequestToken: secret.version,
      SecretString: newKeySecret(),
      VersionStages: ['AWSPENDING'],
    }),
  );
};

const test = async (rotation: Rotation, secret: Secret): Promise<void> => {
  const value = await pendingValue(rotation, secret);
  if (value === undefined || !isUsableKeySecret(value)) {
    throw new Error('The new form-token key is not {"secret": 32 bytes in base64url}: the old one stays.');
  }
};

/** Secrets Manager itself makes the version that was current the previous one. */
const finish = async ({ secrets }: Rotation, { id, version, versions }: Secret): Promise<void> => {
  await secrets.send(
    new UpdateSecretVersionStageCommand({
      SecretId: id,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: version,
      RemoveFromVersionId: versions.current,
    }),
  );
};

/** One step of replacing the key that signs form tokens. Doing a step twice is doing it once. */
export const rotate = async (rotation: Rotation, event: RotationEvent): Promise<void> => {
  const secret = await describe(rotation, event);
  if (secret.versions.current === secret.version) return;
  if (secret.versions.pending !== secret.version) {
    throw new Error(`Version ${secret.version} is not the pending one: this rotation has been overtaken.`);
  }
  switch (event.Step) {
    case 'createSecret':
      return create(rotation, secret);
    case 'setSecret':
      // Nothing else keeps a copy of the key that would have to learn the new one.
      return;
    case 'testSecret':
      return test(rotation, secret);
    case 'finishSecret':
      return finish(rotation, secret);
  }
};
