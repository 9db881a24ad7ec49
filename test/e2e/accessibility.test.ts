import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { barriers, barriersInAllThemes, faultsOf } from './support/barriers.ts';
import { type Bench, openBench } from './support/bench.ts';
import { figure } from './support/editing.ts';
import { command, dialogScreens, workScreens } from './support/screens.ts';

let bench: Bench;
/** A whole job takes a busy machine minutes. */
const tour = { timeout: 900_000 };

afterEach(() => bench?.close());

async function chooseTheme(page: Page, theme: string): Promise<void> {
  await command(page, `Theme: ${theme}`);
  await page.locator(`html[data-theme="${theme.replace(' ', '-')}"]`).waitFor();
}

describe('accessibility', () => {
  it('has no serious barrier in any theme where distributions and shares are edited', async () => {
    bench = await openBench();
    const { page } = bench;
    for (const theme of ['light', 'dark', 'high contrast']) await chooseTheme(page, theme);
    await command(page, 'Theme: system');
    await page.getByLabel('Form', { exact: true }).check();
    await page.getByLabel('Find a quantity').fill('commitment');
    await page.getByRole('table', { name: /Promise by slice/ }).waitFor();
    await page.getByRole('button', { name: /^Distribution of Term/ }).click();
    await page.getByLabel('Family of Term').selectOption('pert');
    await page.getByRole('slider', { name: /^Likeliest of Term/ }).waitFor();
    await page.getByLabel('Likeliest of Term').and(page.locator('input')).fill('99');
    await page.locator('.spread').getByRole('alert').waitFor();
    expect(await barriersInAllThemes(page), 'a fault at a number').toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'stays readable where the system forces its own %s colours',
    tour,
    async (scheme) => {
      bench = await openBench();
      const { page } = bench;
      await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
      await page.locator(`html[data-theme="${scheme === 'dark' ? 'high-contrast' : 'light'}"]`).waitFor();
      expect(
        await faultsOf(page, [...workScreens.slice(0, 4), ...dialogScreens.slice(0, 3)], (one) =>
          barriers(one),
        ),
      ).toEqual({});
      const grounds = (selector: string) =>
        page.locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
      const [chosen] = await grounds('.segmented label:has(:checked)');
      expect(await grounds('.segmented label:not(:has(:checked))')).not.toContain(chosen);
      expect(await grounds('.doc-tab-active')).toEqual([chosen]);
      const line = page.locator('[data-chart="capacity"] .chart-key svg path').last();
      const [stroke, ground] = [
        await line.evaluate((path) => getComputedStyle(path).stroke),
        await page
          .locator('.card')
          .first()
          .evaluate((card) => getComputedStyle(card).backgroundColor),
      ];
      expect(stroke).not.toBe(ground);
    },
  );

  it('moves nothing of itself, for those who want no motion and for all others', async () => {
    bench = await openBench();
    const { page } = bench;
    const moving = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null))
          .filter((target) => target?.closest('.monaco-editor') === null)
          .map((target) => target?.className),
      );
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      await page.emulateMedia({ reducedMotion });
      await page.keyboard.press('Control+J');
      expect(await moving()).toEqual([]);
      await page.keyboard.press('Control+K');
      expect(await moving()).toEqual([]);
      await page.keyboard.press('Escape');
    }
    const blinking = await page
      .locator('.monaco-editor .cursors-layer')
      .first()
      .evaluate((layer) => layer.getAnimations({ subtree: true }).length);
    expect(blinking).toBe(0);
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

  it(
    'can be worked from end to end by keyboard alone: open, edit, look, explain, compare, pin, export',
    tour,
    async () => {
      bench = await openBench();
      const { page, read } = bench;
      await command(page, 'three gigawatts');
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
      await page.keyboard.press('Control+S');
      await page.locator('.status-file', { hasText: '· saved' }).waitFor();
      expect(read('3-gw.scenario.yaml')).toContain('up to 2 GW');

      await page.keyboard.press('Control+2');
      const when = page.locator('.card-when').first();
      const end = (await when.textContent()) ?? '';
      await page.keyboard.press('Home');
      await when.filter({ hasNotText: end }).waitFor();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.locator('.explain-formula').waitFor();
      await page.keyboard.press('Control+J');

      await command(page, 'Tick this scenario for comparison');
      await page.keyboard.press('Control+Alt+ArrowLeft');
      await figure(page, 'Power online').filter({ hasText: '5.00' }).waitFor();
      await command(page, 'Tick this scenario for comparison');
      await page.keyboard.press('Alt+c');
      await page
        .locator('.compare-state', { hasText: /draws, the same luck in all$/ })
        .waitFor({ timeout: 120_000 });
      await page.keyboard.press('Alt+c');
      await page.locator('.card').first().waitFor();

      await command(page, 'Pin to the export, or take off: Spend');
      await page.locator('[data-chart="spend"] button[aria-pressed="true"]').waitFor();
      await page.keyboard.press('Control+E');
      await page.getByRole('dialog', { name: 'Export' }).waitFor();
      await tabTo(page, 'See what travels');
      await page.keyboard.press('Enter');
      await page.locator('.export-travels').waitFor({ timeout: 60_000 });
      expect(await page.locator('.export-travels').innerText()).toContain('Spend against commitment');
      await tabTo(page, 'Save…');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename()).toMatch(/\.pptx$/);
    },
  );

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

  it('lets Tab go round the whole window, out of the editor and back to where it began', async () => {
    bench = await openBench();
    const { page } = bench;
    await page.keyboard.press('Control+1');
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Escape');
    const regions = new Set<string>();
    for (let press = 0; press < 260; press += 1) {
      await page.keyboard.press('Tab');
      const region = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused?.closest('section[aria-label], nav[aria-label], header')?.className ?? '';
      });
      regions.add(region);
      if (region.includes('editor-panel') && regions.size > 3) break;
    }
    for (const part of ['title-bar', 'library', 'results']) {
      expect([...regions].some((region) => region.includes(part))).toBe(true);
    }
  });
});

/** Presses Tab until what has the name has the focus; every step is where the focus can be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (focused.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”.`);
}
