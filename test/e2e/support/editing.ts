import type { Page } from 'playwright-core';

/** The id of the scenario the library opens on. */
export const baseId = 'amazon-anthropic.scenario.yaml';

/** How the ceiling stands in the text of the base scenario. */
export const ceiling = (words: string) => `value: ${words}, source`;

/** Gives the editor the keys. By a key: its lines reach far beyond the window, and a click at their middle would move what never scrolls. */
export async function focusEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.locator('.monaco-editor.focused').waitFor();
}

/** Selects the first place where a text stands in the editor. */
export async function selectText(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget.visible');
  await find.waitFor();
  const field = find.locator('textarea, .ibwrapper .input').first();
  // The field keeps what was looked for last, and looks for nothing where it is told the same again.
  await field.fill('');
  await field.fill(text);
  await find.locator('.matchesCount', { hasText: ' of ' }).waitFor({ state: 'attached' });
  // Keys for the editor must not meet the field, which may still be busy with its own and miss the first Escape.
  while (await find.isVisible()) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(50);
  }
  await page.locator('.monaco-editor.focused').waitFor();
}

/** Replaces the first place where a text stands in the editor, as a person does: find, select, type. */
export async function replaceText(page: Page, text: string, by: string): Promise<void> {
  await selectText(page, text);
  await page.keyboard.type(by);
}

/** A headline figure, as printed: its value with the unit. */
export function figure(page: Page, label: string) {
  return page.locator('.figure', { hasText: label }).locator('.figure-value');
}

/** A chart of the page by its id. */
export function chart(page: Page, id: string) {
  return page.locator(`[data-chart="${id}"]`);
}
