import type { Page } from 'playwright-core';

/** What the browser does not report took less than this. */
const unreportedMilliseconds = 16;

/** Has a page that is opened next note every key that took long enough to be reported. */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(noteSlowKeys);
}

/** Types, and gives for each of so many keys the milliseconds until the frame that shows it. */
export async function keyLatencies(page: Page, keys: number, type: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => (Reflect.get(window, 'slowKeys') as number[]).splice(0));
  await type();
  await page.waitForTimeout(1_000);
  const slow = await page.evaluate(() => Reflect.get(window, 'slowKeys') as number[]);
  const quick = Math.max(0, keys - slow.length);
  return [...slow, ...Array.from({ length: quick }, () => unreportedMilliseconds)];
}

/** Runs in the page. */
function noteSlowKeys(): void {
  const slow: number[] = [];
  Reflect.set(window, 'slowKeys', slow);
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') slow.push(entry.duration);
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
