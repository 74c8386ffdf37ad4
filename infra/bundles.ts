import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The functions of the service, in the order in which an answer meets them. */
export const functionNames = ['survey', 'aggregate', 'rotate-keys'] as const;
export type FunctionName = (typeof functionNames)[number];

export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));

/** What `npm run build` writes and Lambda gets; its entry is handler.mjs. */
export const bundlesDirectory = join(repositoryRoot, 'dist/functions');

export const bundleDirectory = (name: FunctionName): string => join(bundlesDirectory, name);
