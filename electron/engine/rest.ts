import type { Stop } from './stop.ts';

/** Waits for some time, or until the work that waits is stopped, whichever is first. */
export function rest(milliseconds: number, stop: Stop): Promise<void> {
  return new Promise((resolve) => {
    if (stop.isStopped()) return resolve();
    const forget = stop.onStop(() => {
      clearTimeout(timer);
      resolve();
    });
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, milliseconds);
  });
}
