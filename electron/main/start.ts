import { resolve } from 'node:path';
import { app } from 'electron';
import { startApp } from './app.ts';

const headless = process.argv.indexOf('--headless');

// Nothing here waits: Electron is ready only after this file has run to its end.
if (headless === -1) {
  startApp();
} else {
  // The built file is dist/main/start.js.
  const root = resolve(import.meta.dirname, '..', '..');
  void Promise.all([
    import('../headless/run.ts'),
    import('../headless/terminal.ts'),
    import('../headless/keep-offline.ts'),
  ])
    .then(([{ runCommandLine }, { realTerminal }, { keepOffline }]) => {
      keepOffline(root);
      return runCommandLine(process.argv.slice(headless + 1), realTerminal(), root);
    })
    .then((code) => app.exit(code));
}
