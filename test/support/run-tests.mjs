// Proves the project on a fresh machine: static gates, a browser, a build, every test, and the counts at the end.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from '../trust/print-table.mjs';
import { obtainChromium } from './find-chromium.mjs';
import { printRepeated } from './print-repeated.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const bin = (name) => join('node_modules', name, ...binaries[name]);
const binaries = {
  '@biomejs/biome': ['bin', 'biome'],
  typescript: ['bin', 'tsc'],
  knip: ['bin', 'knip.js'],
  vite: ['bin', 'vite.js'],
  vitest: ['vitest.mjs'],
};

function step(title, script, args, env = {}) {
  console.log(`\n▸ ${title}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** Runs a step beside others; what it says is kept until it has ended, so that no two speak at once. */
function quietStep(title, script, args, advice) {
  const started = Date.now();
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (chunk) => {
    said += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return new Promise((settle) => {
    child.once('error', (error) => hear(`${error.message}\n`));
    child.once('close', (status) => {
      console.log(`\n▸ ${title}\n${said}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
      settle(status === 0 ? null : advice);
    });
  });
}

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

const isStaticOnly = process.argv.includes('--static');
const rooms = ['shared/base', 'shared/engine', 'shared', 'electron', 'renderer', 'test'];
// None needs what another makes; what they find together is told at once.
const found = await Promise.all([
  quietStep(
    'Format and lint',
    bin('@biomejs/biome'),
    ['check', '.', '--error-on-warnings'],
    'Formatting or lint failed; run npm run format.',
  ),
  quietStep('Types of every room', bin('typescript'), ['-b', ...rooms], 'Type check failed.'),
  quietStep('Unused code', bin('knip'), [], 'Unused files, exports or packages found.'),
]);
const advice = found.filter((one) => one !== null);
if (advice.length > 0) stop(advice.join('\n'));
if (isStaticOnly) process.exit(0);
if (!step('Build', bin('vite'), ['build', '--app', '--logLevel', 'warn'])) stop('Build failed.');

const chromium = obtainChromium();
if (!chromium) {
  stop(
    'No Chromium-family browser was found and none could be installed. Install Chromium, Chrome or Edge, or set ' +
      'OFFTAKE_CHROMIUM to the path of one, and run npm test again.',
  );
}
console.log(`\nBrowser: ${chromium}`);

const folder = mkdtempSync(join(tmpdir(), 'offtake-tests-'));
const report = join(folder, 'report.json');
const trustReport = join(folder, 'tried.jsonl');
const config = [
  'run',
  '--config',
  join('test', 'vitest.config.ts'),
  '--reporter=dot',
  '--reporter=json',
  `--reporter=${join('test', 'trust', 'failure-reporter.mjs')}`,
  `--outputFile.json=${report}`,
];
const passed = step('Tests', bin('vitest'), config, {
  OFFTAKE_CHROMIUM: chromium,
  OFFTAKE_TRUST_REPORT: trustReport,
});
const counts = JSON.parse(readFileSync(report, 'utf8'));
const isWhole = printTable(trustReport, 'reduced counts; npm run test:trust -- --full for all');
rmSync(folder, { recursive: true });

printRepeated(counts);

// A skipped test is a hole in the proof, so it fails the run like a failed one.
const skipped = counts.numPendingTests + counts.numTodoTests;
if (skipped > 0) console.error(`\n${skipped} tests were skipped; none may be.`);
console.log(`\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
process.exit(passed && isWhole && skipped === 0 && counts.numPassedTests > 0 ? 0 : 1);
