import { describe, expect, it, vi } from 'vitest';
import { breathing } from '../../../electron/engine/breathing.ts';

describe('a busy loop that gives way', () => {
  it('rests once for every stretch of work, however often it asks', () => {
    const rests = vi.spyOn(Atomics, 'wait');
    try {
      let now = 0;
      const ask = breathing(
        () => false,
        () => now,
      );
      // A tenth of a millisecond passes between two questions.
      for (let question = 0; question < 200; question += 1) {
        now += 0.1;
        ask();
      }
      expect(rests.mock.calls.length).toBeGreaterThanOrEqual(17);
      expect(rests.mock.calls.length).toBeLessThanOrEqual(20);
    } finally {
      rests.mockRestore();
    }
  });

  it('answers what the question it is made of answers', () => {
    let isStopped = false;
    const ask = breathing(
      () => isStopped,
      () => performance.now(),
    );
    expect(ask()).toBe(false);
    isStopped = true;
    expect(ask()).toBe(true);
  });
});
