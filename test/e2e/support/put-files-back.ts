import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseId } from './editing.ts';

/** The texts of a library by their paths in it. */
export type LibraryTexts = ReadonlyMap<string, string>;

/** Reads every scenario, catalogue and comparison of a library. */
export function readLibrary(library: string): LibraryTexts {
  const paths = readdirSync(library, { recursive: true, encoding: 'utf8' });
  const texts = paths.filter((path) => path.endsWith('.yaml') && !path.startsWith('.'));
  return new Map(texts.map((path) => [path, readFileSync(join(library, path), 'utf8')]));
}

/** Closes all that is open without saving it, gives the files their first texts again, and opens the deal as a new window does. */
export async function putFilesBack(page: Page, library: string, first: LibraryTexts): Promise<void> {
  const tabs = page.locator('.doc-tab');
  const leave = page.getByRole('dialog', { name: 'Save the changes?' });
  for (let open = await tabs.count(); open > 0; open -= 1) {
    const isDirty = (await tabs.first().locator('.dirty-dot').count()) > 0;
    await tabs.first().locator('.doc-tab-close').click();
    if (isDirty) await leave.getByRole('button', { name: 'Close without saving' }).click();
    await expect.poll(() => tabs.count()).toBe(open - 1);
  }
  for (const [path, text] of readLibrary(library)) {
    const before = first.get(path);
    if (before === undefined) rmSync(join(library, path));
    else if (before !== text) writeFileSync(join(library, path), before);
  }
  await page.locator('.library-row', { hasText: 'April 2026' }).first().click();
  await page.locator('.status-file', { hasText: baseId }).waitFor();
  await page.getByLabel('Text', { exact: true }).check();
  await page.locator('.chart-plot svg').first().waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}
