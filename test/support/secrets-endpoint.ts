import { createServer, type IncomingMessage } from 'node:http';
import * as z from 'zod/mini';

/** One version of a secret, under the labels that Secrets Manager moves from version to version. */
interface Version {
  id: string;
  stages: string[];
  value?: string;
  createdAt: Date;
}

export interface SecretsEndpoint {
  /** For AWS_ENDPOINT_URL_SECRETS_MANAGER. */
  url: string;
  /** Makes this version the current one and the current one the previous. */
  makeCurrent(versionId: string, value: string, createdAt?: Date): void;
  /** Announces a rotation, as Secrets Manager does before it calls the function's first step. */
  announce(versionId: string): void;
  /** The id of the version under a label. */
  versionAt(stage: string): string | undefined;
  /** How many calls were answered, by operation. */
  calls: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

const GetSecretValue = z.object({
  SecretId: z.string(),
  VersionId: z.optional(z.string()),
  VersionStage: z.optional(z.string()),
});
const PutSecretValue = z.object({
  SecretId: z.string(),
  ClientRequestToken: z.string(),
  SecretString: z.string(),
  VersionStages: z.array(z.string()),
});
const UpdateSecretVersionStage = z.object({
  SecretId: z.string(),
  VersionStage: z.string(),
  MoveToVersionId: z.string(),
});

class NotFound extends Error {}

const seconds = (date: Date): number => date.getTime() / 1000;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

/** The part of Secrets Manager that the bundles use (protocol AWS JSON 1.1), holding one secret, on loopback. */
export const startSecretsEndpoint = async (secretId: string): Promise<SecretsEndpoint> => {
  const versions: Version[] = [];
  const calls = new Map<string, number>();

  const find = ({ VersionId, VersionStage = 'AWSCURRENT' }: z.infer<typeof GetSecretValue>) =>
    versions.find(({ id, stages }) =>
      VersionId === undefined ? stages.includes(VersionStage) : id === VersionId,
    );
  const move = (stage: string, version: Version): void => {
    for (const other of versions) other.stages = other.stages.filter((label) => label !== stage);
    version.stages.push(stage);
  };
  const promote = (version: Version): void => {
    const current = versions.find(({ stages }) => stages.includes('AWSCURRENT'));
    if (current && current !== version) move('AWSPREVIOUS', current);
    move('AWSCURRENT', version);
    version.stages = version.stages.filter((label) => label !== 'AWSPENDING');
  };
  const added = (id: string, createdAt: Date): Version => {
    const version = { id, stages: [], createdAt };
    versions.push(version);
    return version;
  };

  const operations: Record<string, (input: unknown) => unknown> = {
    GetSecretValue: (input) => {
      const version = find(GetSecretValue.parse(input));
      if (version?.value === undefined) throw new NotFound();
      return {
        ARN: secretId,
        Name: secretId,
        SecretString: version.value,
        VersionId: version.id,
        VersionStages: version.stages,
        CreatedDate: seconds(version.createdAt),
      };
    },
    DescribeSecret: () => ({
      ARN: secretId,
      Name: secretId,
      VersionIdsToStages: Object.fromEntries(
        versions.filter(({ stages }) => stages.length > 0).map(({ id, stages }) => [id, stages]),
      ),
    }),
    PutSecretValue: (input) => {
      const { ClientRequestToken, SecretString, VersionStages } = PutSecretValue.parse(input);
      const version =
        versions.find(({ id }) => id === ClientRequestToken) ?? added(ClientRequestToken, new Date());
      version.value = SecretString;
      for (const stage of VersionStages) move(stage, version);
      return { ARN: secretId, Name: secretId, VersionId: version.id, VersionStages: version.stages };
    },
    UpdateSecretVersionStage: (input) => {
      const { VersionStage, MoveToVersionId } = UpdateSecretVersionStage.parse(input);
      const version = versions.find(({ id }) => id === MoveToVersionId);
      if (!version) throw new NotFound();
      if (VersionStage === 'AWSCURRENT') promote(version);
      else move(VersionStage, version);
      return { ARN: secretId, Name: secretId };
    },
  };

  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const operation = String(request.headers['x-amz-target']).replace('secretsmanager.', '');
    calls.set(operation, (calls.get(operation) ?? 0) + 1);
    const input = await bodyOf(request);
    const run = operations[operation];
    if (!run) return [400, { __type: 'InvalidRequestException', Message: `no ${operation} here` }];
    try {
      if (z.object({ SecretId: z.string() }).parse(input).SecretId !== secretId) throw new NotFound();
      return [200, run(input)];
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return [
        400,
        {
          __type: 'ResourceNotFoundException',
          Message: 'Secrets Manager can’t find the specified secret value.',
        },
      ];
    }
  };

  const server = createServer((request, response) => {
    answer(request)
      .then(([status, body]) => {
        response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify(body));
      })
      .catch((error: unknown) => {
        response.writeHead(500);
        response.end(JSON.stringify({ __type: 'InternalServiceError', Message: String(error) }));
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the endpoint has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    makeCurrent: (versionId, value, createdAt = new Date()) => {
      const version = added(versionId, createdAt);
      version.value = value;
      promote(version);
    },
    announce: (versionId) => move('AWSPENDING', added(versionId, new Date())),
    versionAt: (stage) => versions.find(({ stages }) => stages.includes(stage))?.id,
    calls,
    stop: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
};
