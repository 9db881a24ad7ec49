import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rest } from '../../../electron/engine/rest.ts';
import { createStop } from '../../../electron/engine/stop.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a promise has settled by now. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  void promise.then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

describe('rest', () => {
  it('takes its time and not more', async () => {
    const resting = rest(350, createStop());
    await vi.advanceTimersByTimeAsync(349);
    expect(await isOver(resting)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await isOver(resting)).toBe(true);
  });

  it('is over at once when the work is stopped, before it or during it, and leaves no timer', async () => {
    const stop = createStop();
    const resting = rest(350, stop);
    stop.stop();
    expect(await isOver(resting)).toBe(true);
    expect(await isOver(rest(350, stop))).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
