import { basename, join } from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from './temporary-folder.ts';

/** Builds one TypeScript file for plain Node, as threads and child processes need it; gives the path of the result. */
export async function bundle(entry: string, external: readonly string[] = []): Promise<string> {
  const folder = await temporaryFolder();
  const name = basename(entry).replace(/\.ts$/, '.js');
  await build({
    configFile: false,
    logLevel: 'error',
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
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  return join(folder, name);
}
