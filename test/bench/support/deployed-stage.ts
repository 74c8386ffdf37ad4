import { randomUUID } from 'node:crypto';
import { ensureTable } from '../../../infra/local/database.ts';
import { startEngine } from '../../../infra/local/engine.ts';
import { localClient } from '../../../infra/local/local-table.ts';
import { startSecretsEndpoint } from '../../support/secrets-endpoint.ts';
import { fillProvince } from './admin.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import type { Scratch } from './scratch.ts';

const secretId = 'token-keys';

/** What deployed functions have around them, on loopback: a table, a secret, and a recorder before the table. */
export interface DeployedStage {
  /** What a bundle is told; Lambda's own names are not in it. */
  environment: Record<string, string>;
  desks: string[];
  recorder: Recorder;
  secretCalls: ReadonlyMap<string, number>;
}

/** @param recorded whether operations go through the recorder, which costs each of them a millisecond */
export const startStage = async (
  scratch: Scratch,
  { communes, desksEach, recorded }: { communes: number; desksEach: number; recorded: boolean },
): Promise<DeployedStage> => {
  const engine = await startEngine('dynoxide', undefined, process.env);
  scratch.later(() => engine.stop());
  const client = localClient(engine.endpoint);
  const tableName = `bench-${randomUUID()}`;
  await ensureTable(client, tableName);
  client.destroy();
  const recorder = await startRecorder(engine.endpoint);
  scratch.later(() => recorder.stop());
  const secrets = await startSecretsEndpoint(secretId);
  scratch.later(() => secrets.stop());
  secrets.makeCurrent(randomUUID(), JSON.stringify({ secret: 'a'.repeat(43) }));

  const environment = {
    TABLE_NAME: tableName,
    TOKEN_KEYS_SECRET_ID: secretId,
    AWS_ENDPOINT_URL_DYNAMODB: recorded ? recorder.url : engine.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
  };
  const folder = await scratch.folder();
  const desks = await fillProvince({ ...environment, TABLE_NAME: '' }, { communes, desksEach, folder }, [
    '--table',
    tableName,
  ]);
  recorder.taken();
  return { environment, desks, recorder, secretCalls: secrets.calls };
};
