import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './support/long-first.ts';
import { roomForShortLived, shortLived } from './support/short-lived.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const common = { root, globals: false, environment: 'node' as const, execArgv: [...shortLived] };

const plain = { ...common, testTimeout: 300_000, hookTimeout: 120_000, maxWorkers: 2 };

const drivesChromium = ['test/e2e/**', 'test/**/*.browser.test.ts'];

/** What works on values alone and changes nothing that others see; but for one file, which has modules read anew. */
const pure = [
  'shared',
  'laws',
  'oracle',
  'scenarios',
  'electron/exporters',
  'renderer/charts',
  'renderer/editor',
  'renderer/panels',
  'renderer/styles',
  'renderer/ui',
  'electron/loop-compiler',
  'electron/engine/compiled',
  'architecture',
].map((folder) => `test/${folder}/**/!(remembered).test.ts`);

/** Three projects: what works on values alone, all else that runs in plain Node, and the specs that drive a real Chromium over the built program. */
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
          ...plain,
          name: 'pure',
          include: pure,
          exclude: drivesChromium,
          // The modules of the program are read once for all of these files, which takes longer than most of their tests.
          isolate: false,
          execArgv: [...shortLived, ...roomForShortLived],
        },
      },
      {
        extends: true,
        test: {
          ...plain,
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...pure, ...drivesChromium],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'browser',
          // Neither the modules that drive Chromium nor Chromium itself are started anew for each file.
          isolate: false,
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
