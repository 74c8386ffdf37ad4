import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { staffScriptNames } from '../../functions/dashboard/browser-scripts.ts';
import { browserScriptNames } from '../../functions/survey/browser-scripts.ts';
import { builtBundle, bundlesDirectory, functionNames } from '../../infra/bundles.ts';

const Metafile = z.object({ inputs: z.record(z.string(), z.unknown()) });

describe.each(functionNames)('the bundle of %s', (name) => {
  const { directory } = builtBundle(name);
  const files = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  const code = files.map((file) => readFileSync(join(directory, file), 'utf8')).join('\n');
  const sources = Object.keys(
    Metafile.parse(JSON.parse(readFileSync(join(bundlesDirectory, `${name}.meta.json`), 'utf8'))).inputs,
  );

  it('is code alone', () => {
    expect(files).toContain('handler.mjs');
    expect(files.filter((file) => !file.endsWith('.mjs'))).toEqual([]);
  });

  it('holds nothing of the local service, the demo or a test', () => {
    expect(sources.filter((path) => /^(?:infra|test)\//.test(path))).toEqual([]);
    expect(code).not.toContain('CLOCK_SHIFT');
  });

  it('asks for no module in the CommonJS way, which a bundle of ES modules can not answer', () => {
    expect(code).not.toContain('Dynamic require of');
  });

  it('loads Node’s http without what an import of it would load as well', () => {
    expect(code).not.toMatch(/from\s*["'](?:node:)?https?2?["']/);
    expect(code).toContain('process.getBuiltinModule');
  });
});

describe('beside a function with pages', () => {
  it.each([
    ['survey', browserScriptNames],
    ['dashboard', staffScriptNames],
  ] as const)('stand the scripts of those and nothing else: %s', (name, scripts) => {
    const folder = join(builtBundle(name).directory, 'browser');
    expect(readdirSync(folder).toSorted()).toEqual(scripts.map((script) => `${script}.js`).toSorted());
  });

  it('and beside no other', () => {
    for (const name of ['aggregate', 'rotate-keys'] as const) {
      expect(readdirSync(builtBundle(name).directory)).not.toContain('browser');
    }
  });
});

describe('the survey', () => {
  it('carries nothing of the sign-in: citizens should not wait for it', () => {
    const meta = Metafile.parse(JSON.parse(readFileSync(join(bundlesDirectory, 'survey.meta.json'), 'utf8')));
    const foreign =
      /functions\/(dashboard|api)\/|node_modules\/(openid-client|oauth4webapi|jose|@aws-sdk\/client-cognito)/;
    expect(Object.keys(meta.inputs).filter((path) => foreign.test(path))).toEqual([]);
  });
});
