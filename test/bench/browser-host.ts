import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** The window every leg measures in. */
export const viewport = { width: 1366, height: 768 } as const;

/** What a measurement is made in: a real browser, and the address at which the built program awaits it. */
export interface OpenHost {
  readonly browser: Browser;
  readonly address: string;
}

/** What there is before the program is opened. */
export interface Beforehand {
  /** Puts files into the library; one that is left empty gets the shipped scenarios. */
  readonly fill?: (library: string) => void;
  /** Readies the page before it goes to the program. */
  readonly ready?: (page: Page) => Promise<void>;
}

/** Starts the built program and a real browser, over a library and a memory of their own, has something measured, and clears up. */
export async function besideHost<T>(
  measure: (host: OpenHost) => Promise<T>,
  { fill }: Pick<Beforehand, 'fill'> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'offtake-bench-'));
  const library = join(folder, 'library');
  fill?.(library);
  const host = spawn(process.execPath, ['dist/loopback/main.js', '--no-open', '--library', library], {
    env: { ...process.env, OFFTAKE_MEMORY: join(folder, 'memory') },
  });
  const browser = await chromium.launch({
    executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '',
    args: flags,
  });
  try {
    return await measure({ browser, address: await addressOf(host.stdout) });
  } finally {
    await browser.close();
    host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for a measurement in one page, which begins when charts and editor stand. */
export async function inBrowser<T>(
  measure: (page: Page) => Promise<T>,
  beforehand: Beforehand = {},
): Promise<T> {
  return besideHost(async ({ browser, address }) => {
    const page = await browser.newPage({ viewport });
    await beforehand.ready?.(page);
    await page.goto(address);
    await page.locator('.chart-plot svg').first().waitFor({ timeout: 60_000 });
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    return measure(page);
  }, beforehand);
}

/** The stream stays open after the address was read: a host whose words nobody takes would end. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((settle, refuse) => {
    let said = '';
    output.on('data', (chunk) => {
      said += String(chunk);
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) settle(address);
    });
    output.once('end', () => refuse(new Error(`The browser host ended without an address: ${said}`)));
  });
}
