import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { invariant } from '#shared/base/assert.ts';
import { besideHost, type OpenHost, viewport } from './browser-host.ts';
import { type Leg, percentile, type Row } from './measure.ts';

const openingsCounted = 9;
const editsToWarm = 20;
const editsOfRound = 200;
/** A goal is for the median of rounds: what else a machine does falls into one of them. */
const rounds = 3;
/** The last digit of a figure takes the values from 1 to 9, then those before it are changed. */
const digits = 9;

/** What the page in the browser host does: opens, draws its first chart, follows the keys. */
export const pageLeg: Leg = {
  name: 'page',
  run: () => besideHost(async (host) => [firstScript(), await openings(host), ...(await edits(host))]),
};

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

async function openings({ browser, address }: OpenHost): Promise<Row> {
  const moments: number[] = [];
  for (let time = 0; time <= openingsCounted; time += 1) {
    const context = await browser.newContext({ viewport });
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

/** No hand goes faster from one key to the next; the frame that shows the selection is no part of the edit. */
const handMilliseconds = 50;

/** From the key to the frame in which the charts stand with the answer to it. */
async function edits({ browser, address }: OpenHost): Promise<Row[]> {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  await page.locator('.chart-plot svg, .chart-plot canvas').first().waitFor({ timeout: 30_000 });
  await page.locator('.monaco-editor').first().waitFor({ timeout: 30_000 });
  await page.waitForTimeout(3000);
  await selectCeiling(page);
  const times: number[] = [];
  for (let edit = 0; edit < editsToWarm + rounds * editsOfRound; edit += 1) {
    if (edit % digits === 0) await changeLeadingDigits(page, edit / digits);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.waitForTimeout(handMilliseconds);
    await page.evaluate(watchOneEdit);
    await page.keyboard.press(String((edit % digits) + 1));
    const time = await page.evaluate(() => Reflect.get(window, 'editTime') as Promise<number>);
    if (edit >= editsToWarm) times.push(time);
    await page.waitForTimeout(edit % 3 === 0 ? 400 : 60);
  }
  return [
    {
      leg: 'page',
      what: 'edit → painted charts, median',
      value: ofRounds(times, 0.5),
      unit: 'ms',
      goal: null,
    },
    {
      leg: 'page',
      what: 'edit → painted charts, 95th percentile',
      value: ofRounds(times, 0.95),
      unit: 'ms',
      goal: 50,
    },
  ];
}

/** The median of a percentile over the rounds. */
function ofRounds(times: readonly number[], share: number): number {
  const found = Array.from({ length: rounds }, (_, round) =>
    percentile(times.slice(round * editsOfRound, (round + 1) * editsOfRound), share),
  );
  return percentile(found, 0.5);
}

/** Puts the caret behind the ceiling, written with three decimals. */
async function selectCeiling(page: Page): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+F');
  // With its key: a remark that says the same would move no chart.
  await page.keyboard.type('ceiling: { value: up to 5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('.000');
  await page.waitForTimeout(1000);
}

/** No figure may come twice: one that was computed before is only looked up. The last digit is left at 0, which no edit writes. */
async function changeLeadingDigits(page: Page, hundredths: number): Promise<void> {
  for (let digit = 0; digit < 3; digit += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.type(`${String(hundredths).padStart(2, '0')}0`);
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
