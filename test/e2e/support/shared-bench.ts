import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { PageOptions } from '../workbench.ts';
import { type Bench, openBench } from './bench.ts';
import type { LibraryOptions } from './write-library.ts';

/**
 * One window for the tests of a group, which look at it and leave the text as it is: to open one takes longer than most of
 * them. What a test has opened is put away after it; one that failed leaves a new window to the next, and no trace.
 */
export function sharedBench(options: PageOptions & LibraryOptions = {}): () => Bench {
  let bench: Bench | null = null;
  const close = async () => {
    await bench?.close();
    bench = null;
  };
  beforeEach(async () => {
    bench ??= await openBench(options);
  });
  afterEach(async ({ task }) => {
    if (bench === null) return;
    if (task.result?.state === 'fail') return close();
    await putAway(bench);
    expect(bench.complaints).toEqual([]);
    expect(await bench.page.locator('.status-file').textContent()).toMatch(/· saved$/);
  });
  afterAll(close);
  return () => {
    if (bench === null) throw new Error('the window opens before each test, and is asked for within one');
    return bench;
  };
}

/** Closes what lies over the window and the panel under it. */
async function putAway({ page }: Bench): Promise<void> {
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) > 0) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  const details = page.getByRole('button', { name: 'Close details' });
  if ((await details.count()) > 0) await details.click();
}
