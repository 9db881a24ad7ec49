import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deckFaults } from '../support/open-xml/deck-faults.ts';
import { readParts } from '../support/open-xml/read-parts.ts';
import { type Bench, openBench } from './support/bench.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => {
  expect(bench.complaints).toEqual([]);
  await bench.close();
});

const slow = { timeout: 150_000 };

async function pin(what?: string): Promise<void> {
  const label = what === undefined ? 'Pin to the export' : `Pin to the export: ${what}`;
  await bench.page.getByRole('button', { name: label, exact: true }).last().click();
}

const order = (page: Page) => page.locator('.export-order .export-page-name').allInnerTexts();

/** Opens the export, writes a deck of what is pinned and gives it with the words of its slides, the cover left out. */
async function exportDeck(page: Page): Promise<{ travels: string; packed: Uint8Array; slides: string[] }> {
  await page.getByRole('button', { name: 'See what travels' }).click();
  await page.locator('.export-travels, .export-state .bad').first().waitFor(slow);
  expect(await page.locator('.export-state .bad').allInnerTexts()).toEqual([]);
  const travels = await page.locator('.export-travels').innerText();
  const [download] = await Promise.all([
    page.waitForEvent('download', slow),
    page.getByRole('button', { name: 'Save…' }).click(),
  ]);
  const packed = await readFile(await download.path());
  const parts = readParts(packed);
  const slides = parts.names
    .filter((name) => /^ppt\/slides\/[^/]+$/.test(name))
    .sort((one, other) => Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, '')))
    .slice(1);
  return {
    travels,
    packed,
    slides: slides.map((name) => parts.xml(name).documentElement?.textContent ?? ''),
  };
}

describe('pinning what an analysis shows', () => {
  it('takes tables, rivers, distributions, ledgers and sweeps along, in the order they are put', async () => {
    const { page } = bench;
    await page.getByRole('tab', { name: 'Sensitivity' }).click();
    await page
      .locator('.river-layer')
      .first()
      .waitFor({ ...slow, state: 'attached' });
    await pin('the inputs by what they matter');
    await pin('month by month');
    await page.getByRole('tab', { name: 'Distribution' }).click();
    await page
      .locator('.histogram-bar')
      .first()
      .waitFor({ ...slow, state: 'attached' });
    const finding = await page.locator('.analysis-finding').innerText();
    await pin('the distribution');
    await page.getByRole('tab', { name: 'Ledger' }).click();
    await pin('the streams');
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Type a command or a scenario').fill('Sweep one');
    await page.keyboard.press('Enter');
    await page.getByLabel('over', { exact: true }).selectOption('assumptions.price-decline');
    await page.getByLabel('and', { exact: true }).selectOption('assumptions.discount');
    await page.getByRole('button', { name: 'Compute', exact: true }).click();
    await page.locator('.heat-map').waitFor(slow);
    const swept = await page.locator('.what-if-answer .analysis-finding').innerText();
    await pin();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+E');
    await page.getByRole('dialog', { name: 'Export' }).waitFor();
    expect(await order(page)).toEqual([
      'What moves Billed spend, cumulative: table, rank',
      'What drives Billed spend, cumulative by month, rank',
      'Distribution of Billed spend, cumulative',
      'Who pays whom',
      'Billed spend, cumulative over assumptions.price-decline and assumptions.discount',
    ]);
    // Up with its button, to the front with the keyboard; the ledger goes.
    await page.getByRole('button', { name: /^Move up: Billed spend, cumulative over/ }).click();
    await page.getByRole('button', { name: /^Move up: Distribution/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('button', { name: 'Take off: Who pays whom' }).click();
    expect(await order(page)).toEqual([
      'Distribution of Billed spend, cumulative',
      'What moves Billed spend, cumulative: table, rank',
      'What drives Billed spend, cumulative by month, rank',
      'Billed spend, cumulative over assumptions.price-decline and assumptions.discount',
    ]);
    const { travels, packed, slides } = await exportDeck(page);
    expect(deckFaults(packed)).toEqual([]);
    expect(travels).toMatch(/Distribution of .+ native chart, \d+ rows × 4 columns of numbers/);
    expect(travels).toMatch(/over .+ picture, no numbers behind it/);
    expect(slides).toHaveLength(4);
    // What is written is what was seen, draws and all.
    expect(slides[0]).toContain(finding);
    expect(slides[3]).toContain(swept);
    // Pins outlive the window.
    const again = await bench.reopen();
    await again.locator('.card').first().waitFor();
    await again.keyboard.press('Control+E');
    await expect.poll(() => order(again)).toHaveLength(4);
    expect((await order(again))[0]).toBe('Distribution of Billed spend, cumulative');
  });

  it('takes what a comparison shows along, with the scenarios it compares', async () => {
    const { page } = bench;
    for (const title of ['Amazon – Anthropic, April 2026', 'Amazon – Anthropic, as the skeptic sees it'])
      await page.getByLabel(`Compare ${title}`, { exact: true }).check();
    await page.keyboard.press('Alt+c');
    await page.locator('.compare-state', { hasText: /^[\d,]+ draws, the same luck in all$/ }).waitFor(slow);
    await page.locator('.compare-outcomes').getByRole('button', { name: 'Pin to the export' }).click();
    await page.locator('.compare-card').first().getByRole('button', { name: 'Pin to the export' }).click();
    const overlay = await page.locator('.compare-card .compare-finding').first().innerText();
    const right = page.locator('.compare-half').last();
    await right.getByRole('button', { name: 'Pin to the export' }).click();
    await page.getByLabel('Milestones', { exact: true }).check();
    await right.getByRole('button', { name: 'Pin to the export' }).click();
    await page.keyboard.press('Control+E');
    await page.getByRole('dialog', { name: 'Export' }).waitFor();
    expect((await order(page)).map((name) => name.split(',')[0])).toEqual([
      'Comparison: headline figures',
      'Comparison: Billed spend',
      'Bridge of Billed spend',
      'Milestones',
    ]);
    const { packed, slides } = await exportDeck(page);
    expect(deckFaults(packed)).toEqual([]);
    expect(slides).toHaveLength(4);
    const ends = overlay.match(/\$[\d.]+[TBM]/g) ?? [];
    for (const end of ends) expect(slides[1]).toContain(end);
    expect(slides[3]).toMatch(/events move/);
  });
});
