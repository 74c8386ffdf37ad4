import { join } from 'node:path';
import { build } from 'esbuild';
import { repositoryRoot } from '../../../infra/bundles.ts';
import { leanHttpModules } from '../../../infra/lean-http-modules.ts';

const source = `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async () => {
  const Key = { pk: { S: 'UNITS' }, sk: { S: 'PROVINCE#00' } };
  await client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key }));
  return { statusCode: 200 };
};
`;

/** A function that does nothing but ask DynamoDB for one item, bundled as infra/build.ts bundles ours; its entry. */
export const bundleSdkAlone = async (folder: string): Promise<string> => {
  await build({
    absWorkingDir: repositoryRoot,
    stdin: { contents: source, resolveDir: repositoryRoot },
    outdir: folder,
    entryNames: 'sdk',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    plugins: [leanHttpModules],
    logLevel: 'error',
  });
  return join(folder, 'sdk.mjs');
};
