import { type Browser, chromium } from 'playwright-core';
import { invariant } from '#shared/base/assert.ts';
import { findChromium } from './find-chromium.mjs';

/** Switches for a browser without a sandbox, a graphics card or a network. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that the test run found or installed. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  invariant(executablePath !== null, 'a Chromium is installed; npm test sees to it');
  return chromium.launch({ executablePath, args: browserFlags });
}
