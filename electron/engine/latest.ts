import { fail, type Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Stop } from './stop.ts';

/** Lets the newest of several runs win: per key, one is under way and one may wait. */
export interface Latest {
  /**
   * Starts a task, after stopping the one under way with the same key and taking the place of one that waits. The one
   * under way ends before the new one starts, so that a key never has two.
   */
  readonly run: <T>(
    key: string,
    stop: Stop,
    task: () => Promise<Outcome<T, Fault>>,
  ) => Promise<Outcome<T, Fault>>;
  /** Stops what runs or waits under a key. */
  readonly stop: (key: string) => void;
  readonly stopAll: () => void;
}

interface Lane {
  readonly stop: Stop;
  readonly ended: Promise<unknown>;
}

/** Makes the keeper of one session's runs. */
export function createLatest(): Latest {
  const lanes = new Map<string, Lane>();

  function run<T>(
    key: string,
    stop: Stop,
    task: () => Promise<Outcome<T, Fault>>,
  ): Promise<Outcome<T, Fault>> {
    const before = lanes.get(key);
    before?.stop.stop();
    const result = (before?.ended ?? Promise.resolve()).then(
      (): Promise<Outcome<T, Fault>> => (stop.isStopped() ? Promise.resolve(fail(stop.reason())) : task()),
    );
    const lane: Lane = { stop, ended: result.catch(() => undefined) };
    lanes.set(key, lane);
    void lane.ended.then(() => {
      if (lanes.get(key) === lane) lanes.delete(key);
    });
    return result;
  }

  return {
    run,
    stop: (key) => lanes.get(key)?.stop.stop(),
    stopAll: () => {
      for (const lane of lanes.values()) lane.stop.stop();
    },
  };
}
