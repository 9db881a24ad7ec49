import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedBrowser } from '../support/browser.ts';
import { shortLived } from '../support/short-lived.ts';
import { type LibraryOptions, writeLibrary } from './support/write-library.ts';

/** The built program behind the browser door, with a library of its own, and a real Chromium. */
export interface Workbench {
  readonly library: string;
  readonly address: string;
  /** A page with nothing open yet; what it says on its console is kept in `complaints`. */
  readonly newPage: (options?: PageOptions) => Promise<OpenedPage>;
  readonly read: (name: string) => string;
  readonly close: () => Promise<void>;
}

/** How the window is. */
export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

/** Starts the browser host on a library of its own with the shipped scenarios, in a browser that the tests of a process share. */
export async function openWorkbench(options: LibraryOptions = {}): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'offtake-e2e-'));
  const library = join(folder, 'library');
  writeLibrary(library, options);
  const host = spawn(
    process.execPath,
    [...shortLived, resolve('dist/loopback/main.js'), '--no-open', '--library', library],
    {
      env: { ...process.env, OFFTAKE_MEMORY: join(folder, 'memory') },
    },
  );
  const [address, browser] = await Promise.all([addressOf(host), sharedBrowser()]);
  const contexts: BrowserContext[] = [];
  return {
    library,
    address,
    newPage: async (page = {}) => {
      const context = await browser.newContext({
        viewport: { width: page.width ?? 1366, height: page.height ?? 768 },
        colorScheme: page.colorScheme ?? 'light',
      });
      contexts.push(context);
      return openPage(context, address);
    },
    read: (name) => readFileSync(join(library, name), 'utf8'),
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      const ended = new Promise((settle) => host.once('exit', settle));
      host.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The stream stays open after the address was read: a host whose words nobody takes would end. */
function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((settle, refuse) => {
    let said = '';
    const hear = (chunk: unknown): void => {
      said += String(chunk);
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) settle(address);
    };
    host.stdout?.on('data', hear);
    host.stderr?.on('data', hear);
    host.once('exit', () => refuse(new Error(`The browser host ended without an address: ${said}`)));
  });
}

async function openPage(context: BrowserContext, address: string): Promise<OpenedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  await page.locator('.chart-plot svg, .chart-plot canvas').first().waitFor();
  return { page, context, complaints };
}
