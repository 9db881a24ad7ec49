import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { afterAwake } from '../../../electron/engine/awake-timer.ts';

const span = 160;

describe('a timer of waking time', () => {
  afterEach(() => void vi.useRealTimers());

  it('calls back once, when its time is over and not before', () => {
    vi.useFakeTimers();
    const callBack = vi.fn();
    afterAwake(span, callBack);
    vi.advanceTimersByTime(span - 1);
    expect(callBack).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10 * span);
    expect(callBack).toHaveBeenCalledOnce();
  });

  it.each([1, 5, 16])('is as exact where its time is %i ms, which cannot be cut into many', (short) => {
    vi.useFakeTimers();
    const callBack = vi.fn();
    afterAwake(short, callBack);
    vi.advanceTimersByTime(short - 1);
    expect(callBack).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callBack).toHaveBeenCalledOnce();
  });

  it('does not count the time in which the program stood still', async () => {
    let isOver = false;
    const forget = afterAwake(span, () => {
      isOver = true;
    });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * span);
    // However slow the machine is, a turn of the loop takes one step of the sixteen at most.
    for (let turns = 0; turns < 10; turns += 1) await turn();
    expect(isOver).toBe(false);
    forget();
  });

  it('is forgotten at any moment', () => {
    vi.useFakeTimers();
    for (const after of [0, 9, 80, span - 1]) {
      const callBack = vi.fn();
      const forget = afterAwake(span, callBack);
      vi.advanceTimersByTime(after);
      forget();
      expect(vi.getTimerCount()).toBe(0);
    }
  });
});
