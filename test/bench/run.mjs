// Measures speed: builds the bench as a program of its own, runs it, prints a table (or JSON with --json).
// A word after the options picks the legs whose name holds it: npm run bench -- simulate
import { spawnSync } from 'node:child_process';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { obtainChromium } from '../support/find-chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const isJson = process.argv.includes('--json');
const say = (line) => process.stderr.write(`${line}\n`);

say('Building the program and the bench …');
const app = spawnSync(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'],
  {
    stdio: ['ignore', isJson ? 2 : 'inherit', 'inherit'],
  },
);
if (app.status !== 0) process.exit(1);
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  assetsInclude: ['**/*.wasm'],
  ssr: { noExternal: true, external: ['playwright-core'] },
  resolve: { alias: [{ find: /^#shared\//, replacement: `${root}shared/` }] },
  build: {
    ssr: 'test/bench/main.ts',
    outDir: 'dist/bench',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/, 'playwright-core'],
      output: { entryFileNames: 'main.js' },
    },
  },
});

const chromium = obtainChromium();
const run = spawnSync(process.execPath, ['--expose-gc', 'dist/bench/main.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, OFFTAKE_CHROMIUM: chromium ?? '' },
});
process.exit(run.status ?? 1);
