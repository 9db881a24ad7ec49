import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';

/** Inside the project, so that what is left outside the bundle is found in its `node_modules`. */
const parent = resolve('node_modules', '.cache', 'offtake-tests');

/** Builds one TypeScript file for plain Node, as threads and child processes need it; gives the path of the result. */
export async function bundle(entry: string, external: readonly string[] = []): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'bundle-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const name = basename(entry).replace(/\.ts$/, '.js');
  await build({
    configFile: false,
    logLevel: 'error',
    assetsInclude: ['**/*.wasm'],
    ssr: { noExternal: true, external: [...external] },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name, format: 'es' } },
    },
  });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  return join(folder, name);
}
