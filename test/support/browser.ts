import { type Browser, chromium } from 'playwright-core';
import { invariant } from '#shared/base/assert.ts';
import { findChromium } from './find-chromium.mjs';

/**
 * Switches for a browser without a sandbox, a graphics card or a network. A page of a test lives for seconds: it is gone before its
 * scripts are worth compiling for most speed, which took a fifth of the work of opening it.
 */
const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--no-opt',
];

let browser: Promise<Browser> | null = null;

/**
 * The Chromium that the test run found or installed, which the tests of a process share: each opens windows of its own in it.
 * It ends with the process; one that has died before is replaced.
 */
export async function sharedBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  invariant(executablePath !== null, 'a Chromium is installed; npm test sees to it');
  if (browser !== null && !(await browser).isConnected()) browser = null;
  browser ??= chromium.launch({ executablePath, args: browserFlags });
  return browser;
}
