import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { invariant } from '#shared/base/assert.ts';
import { findChromium } from './find-chromium.mjs';

/** Switches for a browser without a sandbox, a graphics card or a network. */
const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Promise<Browser> | null = null;

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

/** The Chromium that the test run found or installed, which the tests of a file share: each opens windows of its own in it. */
export function sharedBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  invariant(executablePath !== null, 'a Chromium is installed; npm test sees to it');
  browser ??= chromium.launch({ executablePath, args: browserFlags });
  return browser;
}
