import { defineConfig } from 'vitest/config';

// Vitest's report of a failed test uses Map.groupBy, which Node has from 21 on; we test on Node 20 too.
if (!('groupBy' in Map)) {
  Object.assign(Map, {
    groupBy: <K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> => {
      const groups = new Map<K, V[]>();
      for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
      return groups;
    },
  });
}

const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

/**
 * fast: pure rules and pages, no process, no file. store: against the embedded databases. infra: synthesised
 * templates and the built bundles. browser: real Chromium against the service on loopback.
 */
export default defineConfig({
  oxc,
  test: {
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: 'dist/test-report.json' }]]
      : ['default'],
    // Vitest leaves one processor to itself, which of two is half.
    maxWorkers: '100%',
    // The SDK's remark that it will drop Node 20, at every start of a worker.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/{domain,web}/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: [
            'test/{store,local,admin,administration,survey,aggregate,dashboard,api}/**/*.test.{ts,tsx}',
          ],
          globalSetup: ['test/support/admin-bundle.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['test/{infra,bundles}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'test/journey.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser fills a machine: one at a time, after everything else.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
