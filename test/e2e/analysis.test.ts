import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { figure } from './support/editing.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => {
  expect(bench.complaints).toEqual([]);
  await bench.close();
});

describe('the analyses', () => {
  it('say what a figure depends on, by three methods, and lead to the line', async () => {
    const { page } = bench;
    await page.getByRole('tab', { name: 'Sensitivity' }).click();
    const rows = page.locator('.sensitivity-table tbody tr');
    for (const method of ['Rank', 'Tornado', 'Sobol']) {
      await page.getByLabel(method, { exact: true }).check();
      await page.locator('.sensitivity-table thead', { hasText: heads[method] ?? '' }).waitFor();
      await rows.first().locator('.effect-bar').first().waitFor();
      expect(await rows.count()).toBeGreaterThan(10);
      expect(await page.locator('.river-layer').count()).toBeGreaterThan(3);
    }
    await rows.first().getByRole('button').click();
    await page.locator('.monaco-editor.focused').waitFor();
  });

  it('show how a figure is distributed and how likely a condition is', async () => {
    const { page } = bench;
    await page.getByRole('tab', { name: 'Distribution' }).click();
    await page.locator('.histogram-bar').first().waitFor();
    expect(await page.locator('.facts tr').count()).toBe(6);
    await page.getByLabel('Value', { exact: true }).fill('400');
    await page.keyboard.press('Enter');
    await page.locator('.condition .bad', { hasText: 'amount of money' }).waitFor();
    await page.getByLabel('Value', { exact: true }).fill('$1B');
    await page.keyboard.press('Enter');
    await page.locator('.analysis-finding', { hasText: 'is at least $1.00B in' }).waitFor();
    await page.locator('.probability-by').waitFor({ state: 'attached' });
  });

  it('seek a goal, write the value found into the text, and reach the goal with it', async () => {
    const { page } = bench;
    await page.keyboard.press('Control+Shift+G');
    await page.getByLabel('Target', { exact: true }).fill('$500B');
    // Nothing is correlated with it, so that it may become certain.
    await page.getByLabel('by changing', { exact: true }).selectOption('assumptions.discount');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.locator('.tried-solution').waitFor();
    await page.getByRole('button', { name: /^Write .* into the text$/ }).click();
    await expect.poll(() => figure(page, 'Billed spend').textContent(), { timeout: 10_000 }).toBe('$500B');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Z');
    await expect
      .poll(() => figure(page, 'Billed spend').textContent(), { timeout: 10_000 })
      .not.toBe('$500B');
  });

  it('sweep one input as a family of lines and two as a map', async () => {
    const { page } = bench;
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Type a command or a scenario').fill('Sweep one');
    await page.keyboard.press('Enter');
    await page.getByLabel('over', { exact: true }).selectOption('assumptions.price-decline');
    await page.getByRole('button', { name: 'Compute', exact: true }).click();
    await page.locator('.family-line').first().waitFor({ state: 'attached' });
    expect(await page.locator('.family-line').count()).toBe(9);
    await page.getByLabel('and', { exact: true }).selectOption('assumptions.slip');
    await page.getByRole('button', { name: 'Compute', exact: true }).click();
    await page.locator('.heat-map td').first().waitFor();
    expect(await page.locator('.heat-map td').count()).toBe(64);
  });

  it('sweep over draws as a band around the median, and say which draws', async () => {
    const { page } = bench;
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Type a command or a scenario').fill('Sweep one');
    await page.keyboard.press('Enter');
    await page.getByLabel('over', { exact: true }).selectOption('assumptions.price-decline');
    await page.getByLabel('Over draws', { exact: true }).check();
    await page.getByRole('button', { name: 'Compute', exact: true }).click();
    await page.locator('.spread-band').waitFor({ state: 'attached' });
    await page.locator('.analysis-basis', { hasText: 'the same 2,048 draws' }).waitFor();
    const heads = await page.locator('.sweep-scroll thead th').allTextContents();
    expect(heads.slice(1)).toEqual(['P10', 'P50', 'P90']);
    expect(await page.locator('.sweep-scroll tbody tr').count()).toBe(9);
    expect(await page.locator('.family-line').count()).toBe(0);
  });

  it('draw what has been observed over the fan, and weigh the draws by it', async () => {
    const { page } = bench;
    await page.locator('.library-title', { hasText: 'held against' }).click();
    await page.getByRole('tab', { name: 'Actuals' }).click();
    await page.locator('.analysis-finding', { hasText: 'Weighted by fit' }).waitFor();
    expect(await page.locator('.analysis .list-table:not(.actuals-shifts) tbody tr').count()).toBe(2);
  });
});

const heads: Readonly<Record<string, string>> = {
  Rank: 'Rank correlation',
  Tornado: 'P10 → P90',
  Sobol: 'interactions',
};
