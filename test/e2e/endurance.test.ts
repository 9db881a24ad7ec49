import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { longScenario } from '../support/large-library.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const megabyte = 1024 * 1024;
const growthAllowedMegabytes = 10;
const edits = 500;
/** Until code is compiled, undo and caches have their usual size. */
const warmUp = 60;
const long = 'amazon-anthropic.scenario.yaml';

let workbench: Workbench;
// One of its own for each: what the page of a test before left unsaved would be offered to the next.
beforeEach(async () => {
  workbench = await openWorkbench();
});
afterEach(() => workbench.close());

/** What the page holds on to, once everything else has been let go of. */
async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / megabyte;
}

/** Changes the digit before the cursor and waits for the charts of that very text. */
async function editFigure(page: Page, digit: number): Promise<void> {
  const charts = page.getByTestId('charts');
  const before = Number(await charts.getAttribute('data-edit'));
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press(String(digit));
  await page.waitForFunction(
    (edit) => Number(document.querySelector('[data-testid="charts"]')?.getAttribute('data-edit')) > edit,
    before,
  );
}

describe('a long sitting', () => {
  it('holds on to nothing over five hundred edits that each draw all charts anew', async () => {
    const { page, context } = await workbench.newPage();
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Control+F');
    await page.keyboard.type('up to 5');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    const session = await context.newCDPSession(page);
    for (let edit = 0; edit < warmUp; edit += 1) await editFigure(page, 3 + (edit % 6));
    const before = await heapMegabytes(session);
    for (let edit = 0; edit < edits; edit += 1) await editFigure(page, 3 + (edit % 6));
    const growth = (await heapMegabytes(session)) - before;
    expect(growth).toBeLessThan(growthAllowedMegabytes);
    expect(Number(await page.getByTestId('charts').getAttribute('data-edit'))).toBe(warmUp + edits);
    await context.close();
  });

  it('takes every key of a burst in the middle of five thousand lines', async () => {
    const text = longScenario(5_000, 10_000);
    const place = 'Filing 2000, page';
    writeFileSync(join(workbench.library, long), text);
    const { page, context } = await workbench.newPage();
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+F');
    await page.keyboard.type(place);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    const typed = Array.from({ length: 300 }, (_, key) => 'quick brown fox '[key % 16])
      .join('')
      .trimEnd();
    // As fast as the browser takes them: no pause in which the page could catch up.
    await page.keyboard.type(` ${typed}`);
    await page.keyboard.press('Control+s');
    await page.locator('.status-file', { hasText: '· saved' }).waitFor();
    expect(workbench.read(long)).toBe(text.replace(place, `${place} ${typed}`));
    await context.close();
  });
});
