import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { deckFaults } from '../support/open-xml/deck-faults.ts';
import { readParts } from '../support/open-xml/read-parts.ts';
import { type Bench, openBench } from './support/bench.ts';

let bench: Bench;

afterEach(() => bench?.close());

async function openExport(page: Page): Promise<void> {
  await page.locator('.card').first().waitFor();
  await page.keyboard.press('Control+E');
  await page.getByRole('dialog', { name: 'Export' }).waitFor();
}

/** Goes on to what travels and saves; gives the bytes the browser was handed. */
async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save…' }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See what travels' }).click();
  await page.getByRole('dialog', { name: 'What travels with this file' }).waitFor();
  await page.locator('.export-travels, .export-changes').waitFor({ timeout: 150_000 });
}

describe('export from the window', () => {
  it('pins charts, says what travels, and hands over a deck that opens clean', async () => {
    bench = await openBench();
    const { page } = bench;
    await page.locator('[data-chart="spend"] button[aria-label="Pin to the export"]').click();
    await page.locator('[data-chart="capacity"] button[aria-label="Pin to the export"]').click();
    await openExport(page);
    await check(page);
    const travels = await page.locator('.export-travels').innerText();
    expect(travels).toContain('Spend against commitment');
    expect(travels).toMatch(/native chart, 144 rows × \d+ columns of numbers/);
    expect(travels).not.toContain('Fleet by generation');
    const { name, bytes } = await save(page);
    expect(name).toBe('amazon-anthropic.pptx');
    expect(deckFaults(bytes)).toEqual([]);
    const slides = readParts(bytes).names.filter((part) => /^ppt\/slides\/[^/]+$/.test(part));
    expect(slides).toHaveLength(3);
    expect(bench.complaints).toEqual([]);
  });

  it('refreshes a deck after saying what moves', async () => {
    bench = await openBench();
    const { page } = bench;
    await page.locator('[data-chart="spend"] button[aria-label="Pin to the export"]').click();
    await openExport(page);
    await check(page);
    const deck = await save(page);
    const path = join(tmpdir(), `offtake-refresh-${process.pid}.pptx`);
    await writeFile(path, deck.bytes);
    await openExport(page);
    await page.locator('input[type="file"]').last().setInputFiles(path);
    await page.getByRole('button', { name: /^Refreshes offtake-refresh/ }).waitFor();
    await check(page);
    expect(await page.locator('.export-changes').innerText()).toContain('No figure and no finding changes.');
    const again = await save(page);
    expect(deckFaults(again.bytes)).toEqual([]);
  });

  it('maps a template and remembers it', async () => {
    bench = await openBench();
    const { page } = bench;
    const fixture = 'test/fixtures/decks/edited-by-libreoffice.pptx';
    await openExport(page);
    await page.locator('input[type="file"]').first().setInputFiles(fixture);
    await page.getByRole('button', { name: /^Template: edited-by-libreoffice/ }).waitFor();
    const pagesOn = page.getByLabel('Pages go on');
    const chosen = await pagesOn.inputValue();
    expect(chosen).not.toBe('');
    await page.keyboard.press('Escape');
    await openExport(page);
    await expect
      .poll(() => page.getByRole('button', { name: /^Template: edited-by-libreoffice/ }).count())
      .toBe(1);
    expect(await pagesOn.inputValue()).toBe(chosen);
  });

  it('says why a file cannot be a template', async () => {
    bench = await openBench();
    const { page } = bench;
    await openExport(page);
    await page.locator('input[type="file"]').first().setInputFiles('package.json');
    await expect.poll(() => page.locator('.export-state').innerText()).toContain('it is not an Office file');
  });

  it('puts picture, vectors and cells on the clipboard at once, with the words they need', async () => {
    bench = await openBench({ colorScheme: 'dark' });
    const { page } = bench;
    await page.locator('[data-chart="spend"] button[aria-label="Copy picture and figures"]').click();
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types).sort()),
      )
      .toEqual(['image/png', 'image/svg+xml', 'text/plain']);
    const drawn = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = await (await item?.getType('image/svg+xml'))?.text();
      const svg = new DOMParser().parseFromString(text ?? '', 'image/svg+xml');
      return {
        texts: [...svg.querySelectorAll(':root > text')].map((one) => one.textContent ?? ''),
        plotted: svg.querySelectorAll('g > svg path').length,
        ground: svg.querySelector('rect')?.getAttribute('fill'),
      };
    });
    expect(drawn.plotted).toBeGreaterThan(0);
    // Light, though the window is dark.
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(drawn.ground).toBe('#ffffff');
    const words = drawn.texts.join(' ');
    const card = page.locator('[data-chart="spend"]');
    expect(words).toContain(await card.locator('.card-finding').innerText());
    expect(words).toContain(`${await card.locator('.card-topic p').innerText()}, $B`);
    for (const label of await card.locator('.chart-key-label').allInnerTexts())
      expect(drawn.texts).toContain(label);
    expect(words).toContain('Conditional on these assumptions');
    expect(words).toContain(await card.locator('.card-source span').first().innerText());
    const picture = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const png = await item?.getType('image/png');
      const { width, height } = await createImageBitmap(png ?? new Blob());
      return { width, height };
    });
    expect(picture.width).toBeGreaterThanOrEqual(2 * 520);
    expect(picture.height).toBeGreaterThan(2 * 260);
    const cells = await page.evaluate(() => navigator.clipboard.readText());
    const [head = '', units = '', first = ''] = cells.split('\n');
    expect(head).toMatch(/^Period\tBilled\t/);
    expect(units).toMatch(/^\t\$B\t/);
    expect(first.split('\t')).toHaveLength(head.split('\t').length);
  });
});
