import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { focusEditor } from '../../e2e/support/editing.ts';
import { sharedBrowser } from '../../support/browser.ts';

const patience = 60_000;

/** Opens an address in a page of its own, in the browser that tests share unless another is given. */
export async function openPage(
  address: string,
  prepare: (page: Page) => Promise<void> = async () => undefined,
  own?: Browser,
): Promise<Page> {
  const browser = own ?? (await sharedBrowser());
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await prepare(page);
  await page.goto(address);
  await ready(page);
  return page;
}

/** Waits until charts and editor are there. */
export async function ready(page: Page): Promise<void> {
  await page.locator('.chart-plot svg').first().waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Types at the end of the text, as a person does. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  // By key: where one would click, a line may stand that says what the text beneath it drives.
  await focusEditor(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** Has the page crash, as when it runs out of memory. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // The page that is asked to crash answers no more.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}
