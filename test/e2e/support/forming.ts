import type { Locator, Page } from 'playwright-core';
import { focusEditor } from './editing.ts';

/** Takes hold of the middle of something, moves it sideways by these pixels one after another, and lets go. */
export async function drag(page: Page, handle: Locator, offsets: readonly number[]): Promise<void> {
  const box = await handle.boundingBox();
  if (!box) throw new Error('there is nothing to take hold of');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const offset of offsets) await page.mouse.move(x + offset, y);
  await page.mouse.up();
}

/** Saves the scenario on screen and waits until it is on disk. */
export async function save(page: Page): Promise<void> {
  await page.locator('.status-file', { hasText: 'unsaved' }).waitFor();
  await page.keyboard.press('Control+S');
  await page.locator('.status-file', { hasText: '· saved' }).waitFor();
}

/** Goes to the text and takes the last step back. */
export async function undoInText(page: Page): Promise<void> {
  await page.getByLabel('Text', { exact: true }).check();
  await focusEditor(page);
  await page.keyboard.press('Control+Z');
}
