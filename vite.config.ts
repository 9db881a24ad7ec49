import { writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin, type ViteBuilder } from 'vite';
import { bundledPackages, licencePlugin } from './electron/packaging/licence-plugin.mjs';
import { thirdPartyText } from './electron/packaging/third-party.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const builtins = [...builtinModules, /^node:/];

/** Says beside a program how its files are to be read: packed, it no longer lies below our own package.json. */
function sayKind(format: 'es' | 'cjs'): Plugin {
  const source = `${JSON.stringify({ type: format === 'es' ? 'module' : 'commonjs' })}\n`;
  return {
    name: 'offtake-kind',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source });
    },
  };
}

/** One program for Node in a folder of its own, with all it needs inside, so that no two doors can share a half. */
function nodeProgram(folder: string, entry: string, format: 'es' | 'cjs' = 'es'): EnvironmentOptions {
  const extension = format === 'es' ? 'js' : 'cjs';
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron'], builtins },
    build: {
      outDir: at(`dist/${folder}`),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: at(entry),
        external: ['electron', /^node:/],
        platform: 'node',
        plugins: [sayKind(format)],
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  };
}

/** Builds every program, then writes the licences of all that went into them. */
async function buildAll(builder: ViteBuilder): Promise<void> {
  for (const environment of Object.values(builder.environments)) await builder.build(environment);
  writeFileSync(at('dist/THIRD-PARTY.txt'), thirdPartyText(at('.'), [...bundledPackages]));
}

/** Has the typefaces of the window fetched with its first script: without them no word is shown, and with them all is laid out anew. */
const typefacesFirst: Plugin = {
  name: 'offtake-typefaces-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /\/Inter_\w+-[^/]+\.ttf$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        })),
  },
};

/** `vite build --app` builds everything; `dist/` mirrors the source folders. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react(), licencePlugin(), typefacesFirst],
  assetsInclude: ['**/*.wasm'],
  worker: { format: 'es', plugins: () => [licencePlugin()] },
  server: { host: '127.0.0.1', port: 5199, strictPort: true },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        // The Chromium inside Electron; a browser of the last year does as well.
        target: 'chrome140',
        // The editor is one large piece that is fetched when it is needed; nothing is gained by cutting it.
        chunkSizeWarningLimit: 5_000,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: at('renderer/index.html'),
          // What stands on the screen first comes as three scripts: a browser asks a host for six files at a time, and every part that
          // imports from another waits for it.
          output: {
            codeSplitting: {
              groups: [
                { name: 'first', test: at('renderer/index.html'), priority: 3 },
                { name: 'window', test: at('renderer/app/mount.tsx'), priority: 2 },
                { name: 'charts', test: at('renderer/charts/chart.tsx'), priority: 1 },
              ],
            },
          },
        },
      },
    },
    main: nodeProgram('main', 'electron/main/start.ts'),
    preload: nodeProgram('preload', 'electron/preload/bridge.ts', 'cjs'),
    worker: nodeProgram('worker', 'electron/engine/worker.ts'),
    loopback: nodeProgram('loopback', 'electron/loopback/main.ts'),
    headless: nodeProgram('headless', 'electron/headless/main.ts'),
  },
  builder: { buildApp: buildAll },
});
