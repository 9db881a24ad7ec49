import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './support/long-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const common = { root, globals: false, environment: 'node' as const };

/** Two projects: everything that runs in plain Node, and the specs that drive a real Chromium over the built program. */
export default defineConfig({
  root,
  assetsInclude: ['**/*.wasm'],
  resolve: { alias: [{ find: /^#shared\//, replacement: `${root}shared/` }] },
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', 'test/**/*.browser.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts', 'test/**/*.browser.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What a person would wait for on a busy machine, not what a test runner thinks long.
          expect: { poll: { timeout: 15_000 } },
          // A real browser on a busy machine may miss a frame; a defect fails every time.
          retry: 2,
          maxWorkers: 2,
        },
      },
    ],
  },
});
