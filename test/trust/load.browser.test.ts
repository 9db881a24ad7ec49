import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { percentile } from '../bench/measure.ts';
import { focusEditor } from '../e2e/support/editing.ts';
import { startBrowser } from '../support/browser.ts';
import { keyLatencies, watchKeys } from '../support/key-latency.ts';
import { fillLibrary, longScenario } from '../support/large-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openPage } from './support/browser.ts';
import { heapAtRest, heldBytes, mostGrown, type PageHeap } from './support/page-heap.ts';
import { startHost } from './support/restartable-host.ts';
import { isFull, times, tried } from './support/tried.ts';

const id = 'amazon-anthropic.scenario.yaml';
const growthAllowed = 1.1;
const keyMilliseconds = 30;
const latencyAllowedMilliseconds = 50;
/** Half a minute on a machine that does nothing else; slow ones share it with the tests beside this one. */
const timeout = times(240_000, 3_600_000);

/** Five thousand lines that end in the seed, so that a key at the end of the text asks for all draws anew. */
function endingInSeed(): string {
  return `${longScenario(5_000, 100_000).replace(/^seed:.*\n/m, '')}seed: 7`;
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(keyMilliseconds);
  }
}

const digits = (count: number): string[] => Array.from({ length: count }, (_, key) => String(key % 10));
/** Another seed with every key, and the old one in the end. */
const otherSeeds = (count: number): string[] =>
  digits(count).map((digit, key) => (key % 2 === 0 ? digit : 'Backspace'));
/** A remark behind the seed, and all of it taken back by the same number of keys. */
const thereAndBack = (count: number): string[] => [
  ' ',
  '#',
  ...digits(count / 2 - 2),
  ...Array.from({ length: count / 2 }, () => 'Backspace'),
];

/**
 * Takes down the heap at a line with a fault, which ends the draws: the picture stays and nothing comes any more, where chance would
 * decide otherwise which answers are just there.
 */
async function heapAtFault(page: Page, session: CDPSession): Promise<PageHeap> {
  await page.locator('.status span', { hasText: / draws/ }).waitFor();
  await press(page, ['Enter', '?']);
  await page.locator('.run-state', { hasText: 'error' }).waitFor();
  const heap = await heapAtRest(session);
  await press(page, ['Backspace', 'Backspace']);
  return heap;
}

describe('load, in a real page', () => {
  it('of typing into five thousand lines while a hundred thousand draws are made: no key is lost and nothing piles up', {
    timeout,
  }, async () => {
    const host = await startHost(await temporaryFolder(), {}, []);
    fillLibrary(host.library, 200);
    const text = endingInSeed();
    await writeFile(join(host.library, id), text);
    const browser = await startBrowser();
    onTestFinished(() => browser.close());
    const page = await openPage(host.address(), watchKeys, browser);
    const session = await page.context().newCDPSession(page);
    const drawn = page.locator('.status span', { hasText: /draws|central line|working/ });
    await focusEditor(page);
    await page.keyboard.press('Control+End');
    const [warmUp, count] = [30, times(50, 1_000)];
    await press(page, otherSeeds(warmUp));
    await press(page, thereAndBack(warmUp));
    const before = await heapAtFault(page, session);
    const afresh = await keyLatencies(page, count, () => press(page, otherSeeds(count)));
    // The last key asked for all draws anew: they are still being made.
    expect(await drawn.textContent()).not.toMatch(/^100,000 draws/);
    await page.keyboard.type(' # ');
    const meanwhile = await keyLatencies(page, count, () => press(page, digits(count)));
    const after = await heapAtFault(page, session);
    await page.keyboard.press('Control+s');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    const lost =
      (await readFile(join(host.library, id), 'utf8')) === `${text} # ${digits(count).join('')}` ? 0 : 1;
    const growth = heldBytes(after) / heldBytes(before);
    const [p95, p95Afresh] = [percentile(meanwhile, 0.95), percentile(afresh, 0.95)];
    tried({
      what: 'load: keys typed during 100,000 draws',
      times: 2 * (warmUp + count),
      lost,
      note: `p95 ${p95.toFixed(0)} ms, where each key begins them anew ${p95Afresh.toFixed(0)} ms; heap of the page ×${growth.toFixed(3)}`,
    });
    expect(growth, mostGrown(before, after)).toBeLessThan(growthAllowed);
    // A promise about speed is for a machine with nothing else to do, as the full run asks for.
    if (isFull) expect(p95).toBeLessThanOrEqual(latencyAllowedMilliseconds);
  });
});
