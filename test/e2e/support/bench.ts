import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openWorkbench, type PageOptions } from '../workbench.ts';
import type { LibraryOptions } from './write-library.ts';

/** A workbench of one test: a page that has loaded, and its library. */
export interface Bench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The folder of the library. */
  readonly library: string;
  /** Every warning and error of the console so far. */
  readonly complaints: readonly string[];
  /** The text of a file of the library, as it is on disk. */
  read(id: string): string;
  /** Writes a file of the library from outside, as another program would. */
  write(id: string, text: string): void;
  /** Takes a file out of the library from outside. */
  remove(id: string): void;
  /** Opens the same library in a new window, as after a restart. */
  reopen(): Promise<Page>;
  close(): Promise<void>;
}

/** Opens the workbench on a library of its own and waits until chart and editor stand. */
export async function openBench(options: PageOptions & LibraryOptions = {}): Promise<Bench> {
  const workbench = await openWorkbench(options);
  const open = async () => {
    const opened = await workbench.newPage(options);
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await opened.page.locator('.monaco-editor .view-line').first().waitFor();
    return opened;
  };
  const { page, context, complaints } = await open();
  // The windows of a browser have one clipboard, and what another test put there is not for this one.
  await page.evaluate(() => navigator.clipboard.writeText(''));
  return {
    page,
    context,
    complaints,
    library: workbench.library,
    read: workbench.read,
    write: (id, text) => writeFileSync(join(workbench.library, id), text),
    remove: (id) => rmSync(join(workbench.library, id)),
    reopen: async () => (await open()).page,
    close: workbench.close,
  };
}
