import { describe, expect, it } from 'vitest';
import { fail, ok } from '#shared/base/outcome.ts';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { createOwnWrites } from '../../../electron/service/own-writes.ts';

const ref = (id: string, revision: string): ScenarioRef => ({
  id,
  title: id,
  revision,
  modified: '2026-11-20',
  base: null,
  kind: 'scenario',
  isReadOnly: false,
});

/** A write that ends when it is told to. */
function openWrite(written: ScenarioRef) {
  let end = (): void => undefined;
  const ended = new Promise<void>((settle) => {
    end = settle;
  });
  return { end: () => end(), result: ended.then(() => ok(written)) };
}

describe('own writes', () => {
  it('hold news back while a write is under way, and then know whose it was', async () => {
    const own = createOwnWrites();
    const write = openWrite(ref('a.scenario.yaml', 'r1'));
    const done = own.follow(write.result);
    const told: boolean[] = [];
    own.settled(() => told.push(own.made('a.scenario.yaml', 'r1')));
    expect(told).toEqual([]);
    write.end();
    await done;
    expect(told).toEqual([true]);
  });

  it('wait for the last of several writes, and remember the earlier ones', async () => {
    const own = createOwnWrites();
    const [first, second] = [openWrite(ref('a', 'r1')), openWrite(ref('a', 'r2'))];
    const both = [own.follow(first.result), own.follow(second.result)];
    let isTold = false;
    own.settled(() => {
      isTold = true;
    });
    first.end();
    await both[0];
    expect(isTold).toBe(false);
    second.end();
    await both[1];
    expect(isTold).toBe(true);
    expect([own.made('a', 'r1'), own.made('a', 'r2'), own.made('b', 'r1'), own.made('a', null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('let news pass at once when nothing is being written, and after a write that failed', async () => {
    const own = createOwnWrites();
    await own.follow(Promise.resolve(fail({ kind: 'cancelled' as const })));
    let isTold = false;
    own.settled(() => {
      isTold = true;
    });
    expect(isTold).toBe(true);
    expect(own.made('a', 'r1')).toBe(false);
  });
});
