import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import type { StaffScripts } from '../functions/dashboard/browser-scripts.ts';
import type { BrowserScripts } from '../functions/survey/browser-scripts.ts';
import { repositoryRoot } from './bundles.ts';

/** The syntax that a phone of five years ago reads: Chromium 90 of April 2021. */
const oldestBrowser = 'chrome90';

const compile = async (name: string, define: Record<string, string> = {}): Promise<string> => {
  const { outputFiles } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: [`web/browser/${name}.ts`],
    tsconfig: 'web/browser/tsconfig.json',
    bundle: true,
    platform: 'browser',
    target: oldestBrowser,
    format: 'iife',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    define,
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
};

/** Compiles the scripts of citizens' pages. The same sources always give the same bytes. */
export const buildBrowserScripts = async (): Promise<BrowserScripts> => {
  const [form, kiosk, worker] = await Promise.all(['form', 'kiosk', 'sw'].map((name) => compile(name)));
  if (form === undefined || kiosk === undefined || worker === undefined)
    throw new Error('a script is missing');
  const version = createHash('sha256').update(form).update(kiosk).update(worker).digest('base64url');
  return { form, kiosk, worker: await compile('sw', { VERSION: JSON.stringify(version.slice(0, 12)) }) };
};

/** The same for signed-in pages. */
export const buildStaffScripts = async (): Promise<StaffScripts> => ({
  tableFilter: await compile('table-filter'),
});
