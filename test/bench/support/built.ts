import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../../infra/bundles.ts';

let building: Promise<unknown> | undefined;

/** Builds the bundles of the sources that are here now, once. */
export const buildBundles = async (): Promise<void> => {
  building ??= promisify(execFile)(process.execPath, ['--import', 'tsx', 'infra/build.ts'], {
    cwd: repositoryRoot,
  });
  await building;
};
