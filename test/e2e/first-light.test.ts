import { describe, expect, it } from 'vitest';
import { openBench } from './support/bench.ts';
import { baseId, figure, replaceText } from './support/editing.ts';

describe('first light', () => {
  it('opens on the running deal, with figures, four charts and nothing on the console', async () => {
    const bench = await openBench();
    const { page } = bench;
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await figure(page, 'Capital in').waitFor();
    expect(await page.locator('.chart-plot svg, .chart-plot canvas').count()).toBeGreaterThanOrEqual(4);
    await page.locator('[data-testid="editor"] .monaco-editor').first().waitFor();
    await page.getByText(/draws/).first().waitFor();
    expect(bench.complaints).toEqual([]);
    await bench.close();
  });

  it('follows the ceiling from 5 GW to 3 GW', async () => {
    const bench = await openBench();
    const { page } = bench;
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await replaceText(page, 'value: up to 5 GW', 'value: up to 3 GW');
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await page
      .getByText(/Online power reaches 3\.00.GW/)
      .first()
      .waitFor();
    await bench.close();
  });

  it('keeps the last good answer, marked old, while the text is broken, and says what is wrong', async () => {
    const bench = await openBench();
    const { page } = bench;
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await replaceText(page, 'value: up to 5 GW', 'value: up to 5 gorillas');
    await page
      .getByText(/last good answer/)
      .first()
      .waitFor();
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await page.getByRole('tab', { name: /Problems/ }).click();
    await page
      .getByRole('tabpanel')
      .getByText(/gorillas/)
      .first()
      .waitFor();
    await replaceText(page, 'value: up to 5 gorillas', 'value: up to 4 GW');
    await figure(page, 'Power online').filter({ hasText: '4.00' }).waitFor();
    expect(await page.getByText(/last good answer/).count()).toBe(0);
    await bench.close();
  });

  it('marks unsaved work, saves it, and does not write over a change from outside', async () => {
    const bench = await openBench();
    const { page } = bench;
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await replaceText(page, 'seed: 7', 'seed: 8');
    await page.getByRole('img', { name: 'unsaved changes' }).first().waitFor();
    await page.keyboard.press('Control+S');
    await page.getByRole('img', { name: 'unsaved changes' }).first().waitFor({ state: 'detached' });
    expect(bench.read(baseId)).toContain('seed: 8');

    await replaceText(page, 'seed: 8', 'seed: 9');
    await page.getByRole('img', { name: 'unsaved changes' }).first().waitFor();
    const outside = bench.read(baseId).replace('seed: 8', 'seed: 5');
    bench.write(baseId, outside);
    await page.keyboard.press('Control+S');
    await page.getByRole('dialog').waitFor();
    expect(bench.read(baseId)).toBe(outside);
    await bench.close();
  });
});
