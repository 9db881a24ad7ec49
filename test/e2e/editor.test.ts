import { describe, expect, it } from 'vitest';
import { ceiling, figure, focusEditor, replaceText, selectText } from './support/editing.ts';
import { sharedBench } from './support/shared-bench.ts';

const bench = sharedBench({ writes: true });

/** The text of the editor as far as it is drawn, blanks as a person sees them. */
async function drawn(): Promise<string> {
  const lines = await bench().page.locator('.monaco-editor .view-line').allTextContents();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

describe('the editor', () => {
  it('proposes the keys that may stand where the cursor is', async () => {
    const { page } = bench();
    await selectText(page, 'average-draw: =average-draw');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Space');
    const list = page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row', { hasText: 'usage' }).waitFor();
    expect(await list.locator('.monaco-list-row', { hasText: /^ceiling/ }).count()).toBe(0);
  });

  it('tells what is under the pointer', async () => {
    const { page } = bench();
    await selectText(page, 'ceiling: {');
    const word = page.locator('.view-line span span', { hasText: /^ceiling$/ }).first();
    await word.hover();
    await page.locator('.monaco-hover', { hasText: 'Most power the deal can reach' }).waitFor();
  });

  it('offers to mend a misspelt key, and mends it', async () => {
    const { page } = bench();
    await replaceText(page, 'ceiling:', 'celing:');
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
    await selectText(page, 'celing');
    await page.keyboard.press('Control+Period');
    await page.locator('.action-widget', { hasText: 'ceiling' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.run-state:empty').waitFor({ state: 'attached' });
    expect(await drawn()).toContain('ceiling: {');
  });

  it('goes from a reference to the assumption it names', async () => {
    const { page } = bench();
    await selectText(page, '=take-or-pay');
    await page.keyboard.press('F12');
    await page.locator('.view-line', { hasText: 'floor-first-slice:' }).waitFor();
  });

  it('stands where it was left when the window comes back from a comparison', async () => {
    const { page } = bench();
    const shown = page.locator('.view-line', { hasText: 'floor-first-slice:' });
    await selectText(page, '=take-or-pay');
    await page.keyboard.press('F12');
    await shown.waitFor();
    await selectText(page, 'public figures');
    await page.keyboard.press('ArrowRight');
    for (const view of ['.compare', '.monaco-editor .view-line']) {
      await page.keyboard.press('Alt+c');
      await page.locator(view).first().waitFor();
    }
    await focusEditor(page);
    expect(await shown.count()).toBe(0);
    await page.keyboard.type('x');
    await page.locator('.monaco-editor .view-line', { hasText: 'figuresx' }).waitFor();
  });

  it('renames a key with everything that refers to it', async () => {
    const { page } = bench();
    await selectText(page, 'average-draw:         {');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('mean-draw');
    await page.keyboard.press('Enter');
    await page.locator('.status-file', { hasText: 'unsaved' }).waitFor();
    await selectText(page, '=mean-draw');
    expect(await page.locator('.run-state .tag').count()).toBe(0);
  });

  it('folds what belongs together and unfolds it again', async () => {
    const { page } = bench();
    await selectText(page, 'deals:');
    const lines = () => page.locator('.monaco-editor .line-numbers').allTextContents();
    const before = await lines();
    await page.keyboard.press('Control+Shift+BracketLeft');
    await expect.poll(lines).not.toEqual(before);
    await page.locator('.monaco-editor .inline-folded').first().waitFor();
    await page.keyboard.press('Control+Shift+BracketRight');
    await expect.poll(lines).toEqual(before);
  });

  it('lists the headings of the text', async () => {
    const { page } = bench();
    await focusEditor(page);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+O');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'offtake' }).first().waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('@ceiling');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'ceiling' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'ceiling:' }).waitFor();
  });

  it('lets the keyboard out: Escape, then Tab', async () => {
    const { page } = bench();
    await focusEditor(page);
    await page.keyboard.press('Tab');
    await page.locator('.status-file', { hasText: 'unsaved' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const isInEditor = await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
    expect(isInEditor).toBe(false);
  });

  it('keeps undo and place of every open scenario', async () => {
    const { page } = bench();
    await replaceText(page, ceiling('up to 5 GW'), ceiling('up to 3 GW'));
    await figure(page, 'Power online').filter({ hasText: '3.00' }).waitFor();
    await page.locator('.library-row', { hasText: 'three gigawatts' }).first().click();
    await page.locator('.view-line', { hasText: 'extends' }).waitFor();
    await page.locator('.doc-tab-name', { hasText: 'April 2026' }).click();
    await page.locator('.view-line', { hasText: 'up to 3 GW' }).waitFor();
    await focusEditor(page);
    for (let key = 0; key < 12; key++) await page.keyboard.press('Control+Z');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
  });
});
