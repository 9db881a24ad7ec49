// Tries everything that could lose work or let something in, and prints a table of what was tried, how often, and what
// was lost. `npm run test:trust` tries as often as the daily run; `-- --full` as often as promised, which takes a while.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainChromium } from '../support/find-chromium.mjs';
import { printTable } from './print-table.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const isFull = process.argv.includes('--full');
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));

// The whole of it, with the licences that go into the package.
const built = spawnSync(
  process.execPath,
  [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--app', '--logLevel', 'warn'],
  {
    stdio: 'inherit',
  },
);
if (built.status !== 0) process.exit(1);
const chromium = obtainChromium();
if (!chromium) {
  console.error('No Chromium-family browser was found. Set OFFTAKE_CHROMIUM to the path of one.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'offtake-trust-'));
const report = join(folder, 'tried.jsonl');
const patterns = only.length > 0 ? only.map((word) => `test/trust/${word}`) : ['test/trust/'];
const { status } = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    join('test', 'vitest.config.ts'),
    '--reporter=default',
    `--reporter=${join('test', 'trust', 'failure-reporter.mjs')}`,
    ...(isFull ? ['--testTimeout=3600000'] : []),
    ...patterns,
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      OFFTAKE_CHROMIUM: chromium,
      OFFTAKE_TRUST_REPORT: report,
      ...(isFull ? { OFFTAKE_TRUST: 'full' } : {}),
    },
  },
);

const isWhole = printTable(report, isFull ? 'full counts' : 'reduced counts; -- --full for all');
rmSync(folder, { recursive: true });
process.exit(status === 0 && isWhole ? 0 : status || 1);
