import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The functions of the service, in the order in which an answer meets them. */
export const functionNames = ['survey', 'aggregate', 'dashboard', 'rotate-keys'] as const;
export type FunctionName = (typeof functionNames)[number];

export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));

/** What `npm run build` writes and Lambda gets. */
export const bundlesDirectory = join(repositoryRoot, 'dist/functions');

export const bundleDirectory = (name: FunctionName): string => join(bundlesDirectory, name);

/** The folder of a bundle and its entry. It must have been built before: whoever uses it builds nothing. */
export const builtBundle = (name: FunctionName): { directory: string; entry: string } => {
  const directory = bundleDirectory(name);
  const entry = join(directory, 'handler.mjs');
  if (!existsSync(entry)) {
    throw new Error(`There is no bundle of the function ${name} in ${directory}: run npm run build.`);
  }
  return { directory, entry };
};
