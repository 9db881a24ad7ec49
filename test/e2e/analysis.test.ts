import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { figure } from './support/editing.ts';
import { sharedBench } from './support/shared-bench.ts';

const draws = 10_000;

describe('the analyses', () => {
  const bench = sharedBench({ draws });

  it('say what a figure depends on, by three methods, and lead to the line', async () => {
    const { page } = bench();
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
    const { page } = bench();
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

  it('sweep one input as a family of lines and two as a map', async () => {
    const { page } = bench();
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
    const { page } = bench();
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

  it('open the distribution at any point of a fan, with the mouse and with keys alone', async () => {
    const { page } = bench();
    const plot = page.getByLabel('Spend against commitment: time cursor');
    await page
      .locator('.card-ring', { hasText: /10,000 draws, / })
      .first()
      .waitFor();
    const box = await plot.boundingBox();
    if (box === null) throw new Error('the chart is in sight');
    await plot.click({ button: 'right', position: { x: box.width / 2, y: 40 } });
    const popover = page.locator('.popover');
    await popover.locator('.histogram-bar').first().waitFor({ state: 'attached' });
    expect(await popover.locator('.cumulative-line').count()).toBe(1);
    expect(await popover.locator('.facts tr').count()).toBe(6);
    const finding = await popover.locator('.analysis-finding').textContent();
    expect(finding).toMatch(/^Billed spend.* at the end of \w{3} 203[12]: nine draws in ten/);
    await popover.getByLabel('Value', { exact: true }).fill('$100B');
    await page.keyboard.press('Enter');
    await popover.locator('.popover-likelihood', { hasText: /is at least \$100B in .* of draws/ }).waitFor();
    for (const what of ['the distribution', 'the probability by month']) {
      await popover.getByRole('button', { name: `Pin to the export: ${what}` }).click();
      await popover.getByRole('button', { name: `Pinned to the export: ${what}` }).waitFor();
    }
    await page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
    // The same without a mouse: the focus is back on the chart a moment after the popover went, End goes to the last month, D looks into it.
    await expect.poll(() => plot.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('d');
    await popover.locator('.analysis-finding', { hasText: 'at the end of Feb 2038' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await popover.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
    await expect.poll(() => plot.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the analyses of a text that changes', () => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await openBench({ draws });
  });
  afterEach(async () => {
    expect(bench.complaints).toEqual([]);
    await bench.close();
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

  it('draw what has been observed over the fan, and a second fan under the weights of the fit', async () => {
    const { page } = bench;
    bench.write('pulled.scenario.yaml', observedAt('1.2', '0.15'));
    await page.locator('.library-title', { hasText: 'Pulled to 1.2' }).click();
    await page.getByRole('tab', { name: 'Actuals' }).click();
    await page
      .locator('.analysis-finding', { hasText: /10,000 draws tell as much as 1,\d+ would/ })
      .waitFor();
    expect(await page.locator('.analysis .list-table:not(.actuals-shifts) tbody tr').count()).toBe(1);
    const body = page.locator('.actuals-body');
    expect(await body.locator('.observed-point').count()).toBe(1);
    const middle = async (kind: string) =>
      (await body.locator(`.fan-${kind}-middle`).getAttribute('d')) ?? '';
    // The fan was drawn higher than what came; under the weights its middle lies lower on the screen.
    expect(heightAt(await middle('after'), 40)).toBeGreaterThan(heightAt(await middle('before'), 40) + 4);
    await page.getByLabel('Measure of the fans').selectOption('spend.billed.cumulative');
    await page.locator('.analysis-basis', { hasText: /Billed spend.*weighted by fit/ }).waitFor();
    expect(await body.locator('.observed-point').count()).toBe(0);
  });

  it('refuse a fan under weights that have collapsed, and keep the other', async () => {
    const { page } = bench;
    bench.write('pulled.scenario.yaml', observedAt('4.9', '0.01'));
    await page.locator('.library-title', { hasText: 'Pulled to 4.9' }).click();
    await page.getByRole('tab', { name: 'Actuals' }).click();
    await page.locator('.analysis-finding.bad', { hasText: 'effective sample size' }).waitFor();
    expect(await page.locator('.fan-before-middle').count()).toBeGreaterThan(0);
    expect(await page.locator('.actuals-body .fan-after-middle').count()).toBe(0);
  });
});

/** A variant of the base deal that has seen so much power online, in gigawatts. */
function observedAt(power: string, error: string): string {
  const actuals = `actuals:\n  capacity.online: { 2028-01: "normal(${power}, ${error}) GW" }\n`;
  return `offtake: 1\ntitle: Pulled to ${power}\nextends: amazon-anthropic.scenario.yaml\n${actuals}`;
}

/** Height on the screen at one of the points of a path. */
function heightAt(path: string, point: number): number {
  return Number(/ (-?[\d.]+)$/.exec(path.split(/[ML]/)[point] ?? '')?.[1]);
}

const heads: Readonly<Record<string, string>> = {
  Rank: 'Rank correlation',
  Tornado: 'P10 → P90',
  Sobol: 'interactions',
};
