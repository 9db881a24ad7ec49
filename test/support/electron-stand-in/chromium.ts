import { createServer } from 'node:net';
import { type BrowserContext, chromium } from 'playwright-core';
import { tell } from './control.ts';
import { switches } from './switches.ts';

let started: Promise<BrowserContext> | null = null;

/** Starts the browser that stands for Electron's own, once; the test joins it through a debugging port. */
export function startChromium(): Promise<BrowserContext> {
  started ??= start();
  return started;
}

async function start(): Promise<BrowserContext> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--remote-debugging-port=${port}`,
      ...switches,
    ],
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  tell({ kind: 'browser', port });
  return context;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
