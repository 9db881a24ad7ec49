import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Opens the built program in a real browser over a library that is made for it, has something measured, and clears up. */
export async function inBrowser<T>(
  fill: (library: string) => void,
  measure: (page: Page) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'offtake-bench-'));
  const library = join(folder, 'library');
  fill(library);
  const host = spawn(process.execPath, ['dist/loopback/main.js', '--no-open', '--library', library], {
    env: { ...process.env, OFFTAKE_MEMORY: join(folder, 'memory') },
  });
  const browser = await chromium.launch({
    executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '',
    args: flags,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(await addressOf(host.stdout));
    await page.locator('.chart-plot svg').first().waitFor({ timeout: 60_000 });
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    return await measure(page);
  } finally {
    await browser.close();
    host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
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
