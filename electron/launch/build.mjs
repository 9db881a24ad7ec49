// Builds what is missing or older than its sources. Plain JavaScript, since it runs before anything is built.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each part of `dist/` is built from, and a file that is there when it has been. */
const parts = {
  client: { output: 'dist/renderer/index.html', sources: ['renderer', 'shared'] },
  main: { output: 'dist/main/start.js', sources: ['electron', 'shared'] },
  preload: { output: 'dist/preload/bridge.cjs', sources: ['electron/preload', 'shared/contract'] },
  worker: { output: 'dist/worker/worker.js', sources: ['electron/engine', 'shared'] },
  loopback: { output: 'dist/loopback/main.js', sources: ['electron', 'shared'] },
  headless: { output: 'dist/headless/main.js', sources: ['electron', 'shared'] },
};

function newestBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return stat?.mtimeMs ?? 0;
  // A removed file shows in the time of its folder.
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestBelow(join(path, name))),
    stat.mtimeMs,
  );
}

function isStale({ output, sources }) {
  const built = statSync(join(root, output), { throwIfNoEntry: false });
  // A packaged program has no sources to compare with.
  if (built !== undefined && !existsSync(join(root, 'vite.config.ts'))) return false;
  const newest = Math.max(
    ...['vite.config.ts', 'package.json', ...sources].map((path) => newestBelow(join(root, path))),
  );
  return built === undefined || newest > built.mtimeMs;
}

/** Holds other starts of the program back while this one builds into the same folder. */
async function withLock(work) {
  const lock = join(root, 'node_modules', '.offtake-building');
  const patience = Date.now() + 120_000;
  while (!tryLock(lock)) {
    // What is left of a build that was killed holds nobody back for ever.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 60_000 || Date.now() > patience) rmSync(lock, { recursive: true, force: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryLock(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Brings the named parts up to date; says what it does only when it takes the time to do something. */
export async function ensureBuilt(...names) {
  if (names.some((name) => isStale(parts[name]))) await withLock(() => build(names));
}

async function build(names) {
  // Another start may have built what is wanted while this one waited.
  const stale = names.filter((name) => isStale(parts[name]));
  if (stale.length === 0) return;
  console.error(`Building ${stale.join(', ')} …`);
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  for (const name of stale) await builder.build(builder.environments[name]);
}
