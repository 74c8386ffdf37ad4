import { defineConfig, type Plugin } from 'vitest/config';

/**
 * Stryker's runner asks for tests by "suite test", which Vitest 5 calls "suite > test": without this it finds none,
 * and every mutant seems to survive.
 */
const testNamesOfStryker: Plugin = {
  name: 'test-names-of-stryker',
  configureVitest: ({ project }) => {
    let pattern: RegExp | undefined;
    Object.defineProperty(project.config, 'testNamePattern', {
      enumerable: true,
      get: () => pattern,
      set: (wanted: RegExp | undefined) => {
        pattern = wanted && new RegExp(wanted.source.replaceAll(' ', '(?: > | )'));
      },
    });
  },
};

/** For `npm run mutation`: the tests of the measure alone, and no reporter beside Stryker's own. */
// biome-ignore lint/style/noDefaultExport: Vitest reads that one.
export default defineConfig({
  plugins: [testNamesOfStryker],
  test: { include: ['test/mutation/measure.test.ts'], reporters: [{}], testTimeout: 60_000 },
});
