// npm run pack [-- --linux|--mac|--win] [--dir] [--placeholder] [--built]: builds the program and packs it with electron-builder.
// Without a system it packs for the one it runs on. --placeholder packs a folder for Linux around a stand-in for Electron,
// without the network: it shows what a package holds, and starts nothing. --built packs what was built before.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePlaceholderRuntime } from './placeholder-runtime.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const args = process.argv.slice(2);
const isPlaceholder = args.includes('--placeholder');
const rest = args.filter((arg) => !['--placeholder', '--built'].includes(arg));

function run(script, words) {
  const { status } = spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!args.includes('--built'))
  run(join('node_modules', 'vite', 'bin', 'vite.js'), ['build', '--app', '--logLevel', 'warn']);

const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
const { version } = JSON.parse(readFileSync(join('node_modules', 'electron', 'package.json'), 'utf8'));
const common = ['--publish', 'never', `-c.electronVersion=${version}`];
if (isPlaceholder) {
  const folder = mkdtempSync(join(tmpdir(), 'offtake-runtime-'));
  makePlaceholderRuntime(folder, version);
  run(builder, ['--linux', '--dir', ...common, `-c.electronDist=${folder}`, ...rest]);
  rmSync(folder, { recursive: true });
} else run(builder, [...common, ...rest]);
