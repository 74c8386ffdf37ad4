import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleDirectory, type FunctionName } from '../bundles.ts';

/** The bundle of a function, which must have been built before: synthesis itself builds nothing. */
export const functionCode = (name: FunctionName): Code => {
  const directory = bundleDirectory(name);
  if (!existsSync(join(directory, 'handler.mjs'))) {
    throw new Error(`There is no bundle of the function ${name} in ${directory}: run npm run build.`);
  }
  return Code.fromAsset(directory);
};
