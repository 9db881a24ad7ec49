import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './support/bench.ts';
import { figure } from './support/editing.ts';

let bench: Bench;

afterEach(() => bench?.close());

/** What a checker of the common rules finds that would keep somebody out. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

async function chooseTheme(page: Page, theme: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder('Type a command or a scenario').fill(`Theme: ${theme}`);
  await page.keyboard.press('Enter');
  await page.locator(`html[data-theme="${theme.replace(' ', '-')}"]`).waitFor();
}

describe('accessibility', () => {
  it.each(['light', 'dark', 'high contrast'])(
    'has no serious barrier in the %s theme, screen by screen',
    async (theme) => {
      bench = await openBench();
      const { page } = bench;
      await chooseTheme(page, theme);
      expect(await barriers(page)).toEqual([]);
      for (const tab of [
        'Problems',
        'Table',
        'Sensitivity',
        'Distribution',
        'Actuals',
        'Ledger',
        'Sources',
        'Checks',
      ]) {
        await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
        await page.locator('.details-body > *').first().waitFor();
        expect(await barriers(page), tab).toEqual([]);
      }
      await figure(page, 'Billed spend').click();
      await page.locator('.explain-formula').waitFor();
      expect(await barriers(page), 'Explain').toEqual([]);
      await page.getByLabel('Form', { exact: true }).check();
      await page.locator('.form-field').first().waitFor();
      expect(await barriers(page), 'Form').toEqual([]);
    },
  );

  it.each(['light', 'dark', 'high contrast'])(
    'has no serious barrier in the %s theme where distributions and shares are edited',
    async (theme) => {
      bench = await openBench();
      const { page } = bench;
      await chooseTheme(page, theme);
      await page.getByLabel('Form', { exact: true }).check();
      await page.getByLabel('Find a quantity').fill('commitment');
      await page.getByRole('table', { name: /Promise by slice/ }).waitFor();
      await page.getByRole('button', { name: /^Distribution of Term/ }).click();
      await page.getByLabel('Family of Term').selectOption('pert');
      await page.getByRole('slider', { name: /^Likeliest of Term/ }).waitFor();
      await page.getByLabel('Likeliest of Term').and(page.locator('input')).fill('99');
      await page.locator('.spread').getByRole('alert').waitFor();
      expect(await barriers(page), 'a fault at a number').toEqual([]);
    },
  );

  it.each([
    ['palette', 'Control+K'],
    ['reference', 'F1'],
    ['charts and measures', 'Control+Shift+M'],
    ['name of a file', 'Control+Shift+S'],
    ['goal seek', 'Control+Shift+G'],
  ])('has no serious barrier in the dialog: %s', async (_, keys) => {
    bench = await openBench();
    await bench.page.keyboard.press(keys);
    await bench.page.getByRole('dialog').waitFor();
    expect(await barriers(bench.page)).toEqual([]);
    await bench.page.keyboard.press('Escape');
    await bench.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('gives every chart words of its own and a table', async () => {
    bench = await openBench();
    const cards = bench.page.locator('.card[data-chart]');
    for (let at = 0; at < (await cards.count()); at++) {
      const card = cards.nth(at);
      const finding = (await card.locator('h3').textContent()) ?? '';
      expect(await card.locator('.unseen').textContent()).toContain(finding);
      expect(await card.getByRole('button', { name: 'Show as table' }).count()).toBe(1);
      expect(await card.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/\d{4}/);
    }
  });

  it('can be worked from end to end by keyboard alone', async () => {
    bench = await openBench();
    const { page, read } = bench;
    await page.keyboard.press('Control+K');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('three gigawatts');
    await page.keyboard.press('Enter');
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await page.keyboard.press('Control+1');
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+H');
    await page.locator('.find-widget.visible').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('up to 3 GW');
    await page.keyboard.press('Tab');
    await page.keyboard.type('up to 2 GW');
    await page.keyboard.press('Control+Alt+Enter');
    await page.keyboard.press('Escape');
    await figure(page, 'Power online').filter({ hasText: '2.00' }).waitFor();
    await page.keyboard.press('Control+2');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('.explain-formula').waitFor();
    await page.keyboard.press('Control+J');
    await page.keyboard.press('Control+S');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    expect(read('3-gw.scenario.yaml')).toContain('up to 2 GW');
  });

  it('lets distributions, shares, sliders and dates be worked by keyboard in the form at 200 % zoom', async () => {
    bench = await openBench({ width: 683, height: 384 });
    const { page } = bench;
    await page.keyboard.press('Control+1');
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('commitment.');
    const term = page.locator('[data-path="deals.aws.commitment.term"]');
    const words = term.locator('.form-label input');
    await page.getByRole('slider', { name: 'Term: slider' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => words.inputValue()).not.toBe('10 years');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const family = page.getByLabel('Family of Term');
    await family.focus();
    await page.keyboard.press('p');
    await page.keyboard.press('e');
    await page.keyboard.press('r');
    await page.keyboard.press('t');
    await expect.poll(() => words.inputValue()).toMatch(/^pert\(/);
    const before = await words.inputValue();
    await page.getByRole('slider', { name: /^Highest of Term/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => words.inputValue()).not.toBe(before);
    await page.getByRole('slider', { name: /^Move Slice 2/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page
      .getByLabel(/^Share of Slice 2/)
      .filter({ visible: true })
      .waitFor();
    expect(await page.getByLabel(/^Share of Slice 2/).inputValue()).toBe('38 %');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(683);
    const overflowing = await page
      .locator('.form-list')
      .evaluate((list) => list.scrollWidth - list.clientWidth);
    expect(overflowing).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('stays usable at 200 % zoom', async () => {
    bench = await openBench({ width: 683, height: 384 });
    const { page } = bench;
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(683);
    await page.keyboard.press('Control+B');
    expect(await figure(page, 'Power online').isVisible()).toBe(true);
    expect(await page.locator('.card').first().isVisible()).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });
});
