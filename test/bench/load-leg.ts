import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { focusEditor } from '../e2e/support/editing.ts';
import { keyLatencies, watchKeys } from '../support/key-latency.ts';
import { fillLibrary, longScenario } from '../support/large-library.ts';
import { inBrowser } from './browser-host.ts';
import { longestTaskDuring } from './longest-task.ts';
import { type Leg, percentile, type Row } from './measure.ts';

const scenarios = 200;
const lines = 5_000;
const draws = 100_000;
const keys = 150;
/** A quick hand types a key every so often. */
const keyMilliseconds = 60;

/** How the window feels under load: keys into a long text, in a large library, while many draws are made. */
export const loadLeg: Leg = {
  name: 'load',
  run: () =>
    inBrowser(
      async (page) => {
        await beginTyping(page);
        const times = await keyLatencies(page, keys, () => typeKeys(page));
        const longest = await longestTaskDuring(page, () => typeKeys(page));
        return [...rowsOf(times), longestRow(longest)];
      },
      { fill, ready: watchKeys },
    ),
};

function fill(library: string): void {
  fillLibrary(library, scenarios);
  // The scenario that opens by itself.
  writeFileSync(join(library, 'amazon-anthropic.scenario.yaml'), longScenario(lines, draws));
}

function rowsOf(times: readonly number[]): Row[] {
  const what = `key → painted, ${lines} lines, ${draws} draws under way`;
  return [
    { leg: 'load', what: `${what}, median`, value: percentile(times, 0.5), unit: 'ms', goal: null },
    { leg: 'load', what: `${what}, 95th percentile`, value: percentile(times, 0.95), unit: 'ms', goal: 50 },
  ];
}

function longestRow(value: number): Row {
  return { leg: 'load', what: `longest task while typing, ${lines} lines`, value, unit: 'ms', goal: 50 };
}

async function beginTyping(page: Page): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# ');
  await page.waitForTimeout(3_000);
}

async function typeKeys(page: Page): Promise<void> {
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(String(key % 10));
    await page.waitForTimeout(keyMilliseconds);
  }
}
