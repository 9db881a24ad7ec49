import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly library: string;
}

/** Starts a script as a user would, with a library and a memory of its own and no display. */
async function start(script: string, ...args: readonly string[]): Promise<Started> {
  const home = await temporaryFolder();
  const library = join(home, 'library');
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const child = spawn(process.execPath, [`electron/launch/${script}`, ...args], {
    env: { ...environment, OFFTAKE_LIBRARY: library, OFFTAKE_MEMORY: join(home, 'memory') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  child.stdout?.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  return { child, said: () => text, library };
}

async function addressOf(started: Started): Promise<string> {
  const found = () => /http:\S+/.exec(started.said())?.[0];
  await expect.poll(found, { timeout: 60_000 }).toBeDefined();
  return found() ?? '';
}

describe('npm start', () => {
  it('says in one sentence that there is no display, and shows the same workbench in a browser', async () => {
    const started = await start('start.mjs');
    const address = await addressOf(started);
    const [sentence] = started.said().split('\n');
    expect(sentence).toMatch(/^The Electron window cannot be opened because there is no display; [^.]+\.$/);
    const browser = await chromium.launch({
      executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    await page.getByText('Amazon – Anthropic, April 2026').first().waitFor({ timeout: 60_000 });
    await page.locator('canvas, svg').first().waitFor({ timeout: 60_000 });
    expect(page.url()).not.toContain('token');
    expect(complaints).toEqual([]);
    expect(await readdir(started.library)).toContain('catalogue');
    started.child.kill('SIGTERM');
    expect(await once(started.child, 'exit')).toEqual([0, null]);
  });

  it('only prints the address when asked to, and refuses a wrong option in a line', async () => {
    const started = await start('start.mjs', '--no-open');
    await addressOf(started);
    expect(started.said()).not.toContain('cannot be opened');
    const wrong = await start('start.mjs', '--browser', '--port', 'x');
    expect(await once(wrong.child, 'exit')).toEqual([2, null]);
  });
});

describe('the built command line', () => {
  it('computes on threads and ends by itself', async () => {
    const file = 'scenarios/amazon-anthropic.scenario.yaml';
    const { child, said } = await start(
      'offtake.mjs',
      'simulate',
      file,
      '--draws',
      '600',
      '--measures',
      'capacity.online',
      '--json',
    );
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    const { draws, bands, measures } = JSON.parse(said());
    expect(draws).toBe(600);
    expect(bands['capacity.online'].p50).toHaveLength(measures['capacity.online'].values.length);
  });
});
