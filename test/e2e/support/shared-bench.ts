import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { PageOptions } from '../workbench.ts';
import { type Bench, openBench } from './bench.ts';
import { type LibraryTexts, putFilesBack, readLibrary } from './put-files-back.ts';
import type { LibraryOptions } from './write-library.ts';

/** What the tests of a group do with their window. */
interface SharedUse {
  /** True where they write: every file is given its first text again after each. */
  readonly writes?: boolean;
}

/**
 * One window for the tests of a group, which leave the text as it is unless they say that they write: to open one takes
 * longer than most of them. What a test has opened is put away after it; one that failed leaves a new window to the next,
 * and no trace.
 */
export function sharedBench({
  writes = false,
  ...options
}: PageOptions & LibraryOptions & SharedUse = {}): () => Bench {
  let bench: Bench | null = null;
  let first: LibraryTexts = new Map();
  const close = async () => {
    await bench?.close();
    bench = null;
  };
  beforeEach(async () => {
    if (bench !== null) return;
    bench = await openBench(options);
    first = readLibrary(bench.library);
  });
  afterEach(async ({ task }) => {
    if (bench === null) return;
    if (task.result?.state === 'fail') return close();
    const { page, library, complaints } = bench;
    await putAway(page);
    if (writes) await putFilesBack(page, library, first);
    else expect(await page.locator('.status-file').textContent()).toMatch(/· saved$/);
    // What is said of one test must not be said of the next.
    if (complaints.length > 0) await close();
    expect(complaints).toEqual([]);
  });
  afterAll(close);
  return () => {
    if (bench === null) throw new Error('the window opens before each test, and is asked for within one');
    return bench;
  };
}

/** Closes what lies over the window and the panel under it. */
async function putAway(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) > 0) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  const details = page.getByRole('button', { name: 'Close details' });
  if ((await details.count()) > 0) await details.click();
}
