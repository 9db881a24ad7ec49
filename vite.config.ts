import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const builtins = [...builtinModules, /^node:/];

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
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  };
}

/** `vite build --app` builds everything; `dist/` mirrors the source folders. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react()],
  assetsInclude: ['**/*.wasm'],
  worker: { format: 'es' },
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
        rolldownOptions: { input: at('renderer/index.html') },
      },
    },
    main: nodeProgram('main', 'electron/main/start.ts'),
    preload: nodeProgram('preload', 'electron/preload/bridge.ts', 'cjs'),
    worker: nodeProgram('worker', 'electron/engine/worker.ts'),
    loopback: nodeProgram('loopback', 'electron/loopback/main.ts'),
    headless: nodeProgram('headless', 'electron/headless/main.ts'),
  },
  builder: {},
});
