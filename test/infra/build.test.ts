import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
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

describe('beside the survey', () => {
  const { directory } = builtBundle('survey');
  const folder = join(directory, 'browser');

  it('stand the scripts of its pages and nothing else', () => {
    expect(readdirSync(folder).toSorted()).toEqual(browserScriptNames.map((name) => `${name}.js`).toSorted());
    for (const name of functionNames.filter((each) => each !== 'survey')) {
      expect(readdirSync(builtBundle(name).directory)).not.toContain('browser');
    }
  });
});
