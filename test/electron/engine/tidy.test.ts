import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTidying } from '../../../electron/engine/tidy.ts';

afterEach(() => void vi.useRealTimers());

describe('tidying', () => {
  it('waits until a moment has passed without work, however much work there was', () => {
    vi.useFakeTimers();
    let sweeps = 0;
    const tidy = createTidying(() => () => {
      sweeps += 1;
    });
    for (let answer = 0; answer < 5; answer += 1) {
      tidy();
      vi.advanceTimersByTime(30);
    }
    expect(sweeps).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(sweeps).toBe(1);
  });

  it('has the memory of this very thread swept', async () => {
    const swept = new Promise<void>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        if (!list.getEntries().some(isForcedSweep)) return;
        observer.disconnect();
        resolve();
      });
      observer.observe({ entryTypes: ['gc'] });
    });
    createTidying()();
    await swept;
  });
});

/** A sweep of short-lived memory that was asked for. */
function isForcedSweep(entry: PerformanceEntry): boolean {
  const { kind, flags } = Object(Reflect.get(entry, 'detail')) as {
    readonly kind?: number;
    readonly flags?: number;
  };
  return (
    kind === constants.NODE_PERFORMANCE_GC_MINOR &&
    ((flags ?? 0) & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0
  );
}
