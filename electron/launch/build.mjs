// Builds what is missing or older than its sources. Plain JavaScript, since it runs before anything is built.
import { existsSync, readdirSync, statSync } from 'node:fs';
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

/** Brings the named parts up to date; says what it does only when it takes the time to do something. */
export async function ensureBuilt(...names) {
  const stale = names.filter((name) => isStale(parts[name]));
  if (stale.length === 0) return;
  console.error(`Building ${stale.join(', ')} …`);
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  for (const name of stale) await builder.build(builder.environments[name]);
}
