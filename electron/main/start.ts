import { app } from 'electron';
import { startApp } from './app.ts';

const headless = process.argv.indexOf('--headless');

// Nothing here waits: Electron is ready only after this file has run to its end.
if (headless === -1) {
  startApp();
} else {
  void import('../headless/run.ts')
    .then(({ run }) => run(process.argv.slice(headless + 1)))
    .then((code) => app.exit(code));
}
