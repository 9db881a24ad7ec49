import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { countCalls } from './support/calls-of-page.ts';
import { replaceText, selectText } from './support/editing.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench({ draws: 10_000 });
});
afterEach(async () => {
  expect(bench.complaints).toEqual([]);
  await bench.close();
});

/** The lenses that tell shares, as far as they are drawn. */
const shares = () => bench.page.locator('.codelens-decoration', { hasText: /drives .+ of the variance of/ });

/** Waits until the lens with a text stands right above the line with another. */
async function standsAbove(words: string, line: string): Promise<void> {
  const distance = async () => {
    const lens = await shares().filter({ hasText: words }).first().boundingBox();
    const below = await bench.page.locator('.view-line', { hasText: line }).first().boundingBox();
    return lens === null || below === null ? Number.NaN : below.y - lens.y;
  };
  await expect.poll(distance, { timeout: 10_000 }).toBeLessThan(24);
  expect(await distance()).toBeGreaterThan(0);
}

describe('lenses of variance', () => {
  it('stand above the lines of inputs, follow them, and go while a key is pressed or the text is broken', async () => {
    const { page } = bench;
    await selectText(page, 'price-decline:        {');
    await standsAbove('Billed spend, cumulative', 'price-decline:');
    const asked = await countCalls(page, 'analysis.sensitivity');
    await page.keyboard.press('Home');
    await page.keyboard.type('# new\n');
    await expect.poll(() => shares().count()).toBe(0);
    expect(await asked()).toBe(0);
    await standsAbove('Billed spend, cumulative', 'price-decline:');
    expect(await asked()).toBe(1);
    await replaceText(page, '-5 to 25 %/year', 'nonsense');
    await page.locator('.card[data-old="true"]').first().waitFor();
    await expect.poll(() => shares().count()).toBe(0);
    // Longer than the editor has to rest: a text without an answer is not asked about.
    await page.waitForTimeout(2_000);
    expect(await shares().count()).toBe(0);
    expect(await asked()).toBe(1);
  });

  it('tell of the figure that is chosen in the Sensitivity panel, beside whose question theirs stands', async () => {
    const { page } = bench;
    await selectText(page, 'price-decline:        {');
    await shares().first().waitFor();
    await page.getByRole('tab', { name: 'Sensitivity' }).click();
    await page.getByLabel('Measure', { exact: true }).selectOption('compute.h100e');
    const label = await page.getByLabel('Measure', { exact: true }).locator('option:checked').textContent();
    const name = label?.replace(/ \(.*$/, '') ?? '';
    await page.locator('.analysis-finding', { hasText: name }).waitFor();
    await shares().filter({ hasText: name }).first().waitFor();
    expect(await page.locator('.sensitivity-table tbody tr').count()).toBeGreaterThan(10);
  });
});
