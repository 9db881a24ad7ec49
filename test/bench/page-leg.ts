import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { invariant } from '#shared/base/assert.ts';
import { type Leg, percentile, type Row } from './measure.ts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** What the page in the browser host does: opens, draws its first chart, follows the keys. */
export const pageLeg: Leg = {
  name: 'page',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'offtake-bench-'));
    const host = spawn(process.execPath, ['dist/loopback/main.js', '--no-open', '--library', folder]);
    const browser = await chromium.launch({
      executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '',
      args: flags,
    });
    try {
      const address = await addressOf(host.stdout);
      const opened = await openings(browser, address, 5);
      return [firstScript(), opened, ...(await edits(browser, address))];
    } finally {
      await browser.close();
      host.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

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

/** Everything the page loads before it can run: its entry and what the entry preloads. */
function firstScript(): Row {
  const html = readFileSync('dist/renderer/index.html', 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  );
  invariant(files.length > 0, 'the page names a script');
  const bytes = files.reduce((sum, file) => sum + statSync(join('dist/renderer', file)).size, 0);
  return { leg: 'page', what: 'first script', value: bytes / 1024, unit: 'KB', goal: 250 };
}

/** Notes the first frame after a chart is drawn, counted from the start of the navigation. */
function watchFirstChart(): void {
  const found = (): void => {
    if (document.querySelector('.chart-plot svg, .chart-plot canvas') === null) {
      requestAnimationFrame(found);
      return;
    }
    requestAnimationFrame(() => {
      document.documentElement.setAttribute('data-first-chart', String(performance.now()));
    });
  };
  requestAnimationFrame(found);
}

async function openings(browser: Browser, address: string, times: number): Promise<Row> {
  const moments: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.addInitScript(watchFirstChart);
    await page.goto(address);
    const root = page.locator('html[data-first-chart]');
    await root.waitFor({ state: 'attached', timeout: 30_000 });
    if (time > 0) moments.push(Number(await root.getAttribute('data-first-chart')));
    await context.close();
    // The draws of the page before are not part of what this one needs.
    await new Promise((settle) => setTimeout(settle, 3000));
  }
  return {
    leg: 'page',
    what: 'first chart after the page opens',
    value: percentile(moments, 0.5),
    unit: 'ms',
    goal: 600,
  };
}

/** From the key to the frame in which the charts stand with the answer to it. */
async function edits(browser: Browser, address: string): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.locator('.chart-plot svg, .chart-plot canvas').first().waitFor({ timeout: 30_000 });
  await page.locator('.monaco-editor').first().waitFor({ timeout: 30_000 });
  await page.waitForTimeout(3000);
  await selectCeiling(page);
  const times: number[] = [];
  for (let edit = 0; edit < 60; edit += 1) {
    if (edit % 10 === 0) await changeTenths(page, edit / 10);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.evaluate(watchOneEdit);
    await page.keyboard.press(String((edit + 1) % 10));
    const time = await page.evaluate(() => Reflect.get(window, 'editTime') as Promise<number>);
    if (edit >= 10) times.push(time);
    await page.waitForTimeout(edit % 3 === 0 ? 400 : 60);
  }
  return [
    {
      leg: 'page',
      what: 'edit → painted charts, median',
      value: percentile(times, 0.5),
      unit: 'ms',
      goal: null,
    },
    {
      leg: 'page',
      what: 'edit → painted charts, 95th percentile',
      value: percentile(times, 0.95),
      unit: 'ms',
      goal: 50,
    },
  ];
}

/** Puts the caret behind the ceiling, written with two decimals. */
async function selectCeiling(page: Page): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('up to 5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('.00');
  await page.waitForTimeout(1000);
}

/** No text may come twice: one that was computed before is only looked up. */
async function changeTenths(page: Page, tenths: number): Promise<void> {
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press(String(tenths));
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
}

/** Leaves a promise of the time from the next key to the frame in which its answer stands. */
function watchOneEdit(): void {
  const charts = document.querySelector('[data-testid="charts"]');
  let started = Number.NaN;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      // When the key arrived, not when the page found time for it.
      started = timeStamp;
    },
    { capture: true, once: true },
  );
  const time = new Promise<number>((settle) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => settle(performance.now() - started);
        channel.port2.postMessage(null);
      });
    });
    if (charts !== null) observer.observe(charts, { attributes: true, attributeFilter: ['data-edit'] });
  });
  Reflect.set(window, 'editTime', time);
}
