import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { staffScriptNames } from '../functions/dashboard/browser-scripts.ts';
import { browserScriptNames } from '../functions/survey/browser-scripts.ts';
import { buildBrowserScripts, buildStaffScripts } from './browser-scripts.ts';
import {
  bundleDirectory,
  bundlesDirectory,
  type FunctionName,
  functionNames,
  repositoryRoot,
} from './bundles.ts';
import { leanHttpModules } from './lean-http-modules.ts';

/**
 * `npm run build`: bundles every function into dist/functions/<name>/, what Lambda gets and tests invoke, and beside
 * a function with pages the scripts of those. The same sources always give the same bytes.
 */
const sourceMapsDirectory = join(repositoryRoot, 'dist/source-maps');

const write = async (path: string, contents: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
};

interface BundleSize {
  name: string;
  files: number;
  bytes: number;
  gzipBytes: number;
  entryBytes: number;
}

const bundle = async (name: FunctionName): Promise<BundleSize> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: { handler: `functions/${name}/handler.ts` },
    outdir: bundleDirectory(name),
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    mainFields: ['module', 'main'],
    minify: true,
    treeShaking: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    plugins: [leanHttpModules],
    // Kept beside the bundles, not in them: Node reads maps only with a flag that slows every cold start. With
    // the map at hand an operator can still decode the stack trace of a failure.
    sourcemap: 'external',
    metafile: true,
    write: false,
  });

  const code = outputFiles.filter(({ path }) => !path.endsWith('.map'));
  const maps = outputFiles.filter(({ path }) => path.endsWith('.map'));
  await Promise.all([
    ...code.map(({ path, contents }) => write(path, contents)),
    ...maps.map(({ path, contents }) =>
      write(join(sourceMapsDirectory, relative(bundlesDirectory, path)), contents),
    ),
    write(join(bundlesDirectory, `${name}.meta.json`), JSON.stringify(metafile)),
  ]);

  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    name,
    files: code.length,
    bytes: sum(code.map(({ contents }) => contents.length)),
    gzipBytes: sum(code.map(({ contents }) => gzipSync(contents).length)),
    entryBytes: code.find(({ path }) => path.endsWith('/handler.mjs'))?.contents.length ?? 0,
  };
};

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const table = (sizes: BundleSize[]): string =>
  [
    ['function', 'files', 'kB', 'kB gzip', 'kB entry'],
    ...sizes.map(({ name, files, bytes, gzipBytes, entryBytes }) => [
      name,
      String(files),
      kilobytes(bytes),
      kilobytes(gzipBytes),
      kilobytes(entryBytes),
    ]),
  ]
    .map(([name = '', ...cells]) => [name.padEnd(12), ...cells.map((cell) => cell.padStart(9))].join(' '))
    .join('\n');

await Promise.all(
  [bundlesDirectory, sourceMapsDirectory].map((path) => rm(path, { recursive: true, force: true })),
);
const [sizes, citizens, staff] = await Promise.all([
  Promise.all(functionNames.map(bundle)),
  buildBrowserScripts(),
  buildStaffScripts(),
]);
const scripts = [
  ...browserScriptNames.map((name) => ({ beside: 'survey', name, code: citizens[name] }) as const),
  ...staffScriptNames.map((name) => ({ beside: 'dashboard', name, code: staff[name] }) as const),
];
const scriptSizes = await Promise.all(
  scripts.map(async ({ beside, name, code }): Promise<BundleSize> => {
    await write(join(bundleDirectory(beside), 'browser', `${name}.js`), code);
    const bytes = Buffer.byteLength(code);
    const gzipBytes = gzipSync(code).length;
    return { name: `${name}.js`, files: 1, bytes, gzipBytes, entryBytes: bytes };
  }),
);
process.stderr.write(`${table([...sizes, ...scriptSizes])}\n`);
