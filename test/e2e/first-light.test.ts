import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure, replaceText } from './support/editing.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const base = 'amazon-anthropic.scenario.yaml';

describe('first light', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(async () => {
    await workbench?.close();
  });

  it('opens on the running deal, with figures, four charts and nothing on the console', async () => {
    const { page, context, complaints } = await workbench.newPage();
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await figure(page, 'Capital in').waitFor();
    expect(await page.locator('.chart-plot svg, .chart-plot canvas').count()).toBeGreaterThanOrEqual(4);
    await page.locator('[data-testid="editor"] .monaco-editor').first().waitFor();
    await page.getByText(/draws/).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('follows the ceiling from 5 GW to 3 GW', async () => {
    const { page, context } = await workbench.newPage();
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await replaceText(page, 'value: up to 5 GW', 'value: up to 3 GW');
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await page
      .getByText(/Online power reaches 3\.00.GW/)
      .first()
      .waitFor();
    await context.close();
  });

  it('keeps the last good answer, marked old, while the text is broken, and says what is wrong', async () => {
    const { page, context } = await workbench.newPage();
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
    await context.close();
  });

  it('marks unsaved work, saves it, and does not write over a change from outside', async () => {
    const { page, context } = await workbench.newPage();
    await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
    await replaceText(page, 'seed: 7', 'seed: 8');
    await page.getByRole('img', { name: 'unsaved changes' }).first().waitFor();
    await page.keyboard.press('Control+S');
    await page.getByRole('img', { name: 'unsaved changes' }).first().waitFor({ state: 'detached' });
    expect(workbench.read(base)).toContain('seed: 8');

    await replaceText(page, 'seed: 8', 'seed: 9');
    await page.getByRole('img', { name: 'unsaved changes' }).first().waitFor();
    const outside = workbench.read(base).replace('horizon: 12 years', 'horizon: 11 years');
    writeFileSync(join(workbench.library, base), outside);
    await page.keyboard.press('Control+S');
    await page.getByRole('dialog').waitFor();
    expect(workbench.read(base)).toBe(outside);
    await context.close();
  });
});
