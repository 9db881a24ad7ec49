import { type Browser, chromium } from 'playwright-core';
import { invariant } from '#shared/base/assert.ts';
import { findChromium } from './find-chromium.mjs';
import { shortLivedPages } from './short-lived.ts';

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

/**
 * The Chromium that the test run found or installed, which the tests of a process share: each opens windows of its own in it.
 * It ends with the process; one that has died before is replaced.
 */
export async function sharedBrowser(): Promise<Browser> {
  if (browser !== null && !(await browser).isConnected()) browser = null;
  browser ??= startBrowser(shortLivedPages);
  return browser;
}

/** Starts that Chromium once more, with further switches or none, as where the speed of a page is told; whoever starts it closes it. */
export async function startBrowser(switches: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  invariant(executablePath !== null, 'a Chromium is installed; npm test sees to it');
  return chromium.launch({ executablePath, args: [...browserFlags, ...switches] });
}
