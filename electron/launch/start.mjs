// `npm start`: opens the Electron app or, where it cannot run, the same workbench in a browser.
import { spawn } from 'node:child_process';
import { ensureBuilt, root } from './build.mjs';
import { findElectron } from './electron-runtime.mjs';

/** An app that ends with an error this soon has not opened: a missing library, a refused sandbox. */
const startMilliseconds = 8_000;

const args = process.argv.slice(2);
const isBrowserAskedFor = args.includes('--browser') || args.includes('--no-open');

/** Runs the app until it is closed; the reason, as half a sentence, when it could not open. */
function runElectron(path) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(path, [root, ...args], { stdio: ['ignore', 'inherit', 'ignore'] });
    child.on('error', () => resolve('its runtime could not be started'));
    child.on('exit', (code) => {
      const isFailedStart = code !== 0 && Date.now() - started < startMilliseconds;
      resolve(isFailedStart ? 'its runtime ended at once on this system' : null);
    });
  });
}

async function openBrowserHost() {
  await ensureBuilt('client', 'worker', 'loopback');
  await import('../../dist/loopback/main.js');
}

async function openApp() {
  const electron = await findElectron();
  if (electron.path === undefined) return electron.reason;
  await ensureBuilt('client', 'main', 'preload', 'worker');
  return runElectron(electron.path);
}

const reason = isBrowserAskedFor ? null : await openApp();
if (reason !== null)
  console.log(`The Electron window cannot be opened because ${reason}; opening the browser host instead.`);
if (isBrowserAskedFor || reason !== null) await openBrowserHost();
