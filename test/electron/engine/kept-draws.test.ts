import { describe, expect, it } from 'vitest';
import { createDrawMemory, type DrawMemory } from '../../../electron/engine/draw-memory.ts';
import { createKeptDraws, type DrawnRun } from '../../../electron/engine/kept-draws.ts';
import { samplesIn } from '../../../electron/engine/shared-samples.ts';

const prepared = { months: 1, measures: ['power'], checks: [], draws: 8, settleAt: 0 };
const regionBytes = 1024;

/** Draws of a text, a quarter of the memory. */
function run(memory: DrawMemory, hash: string, id = 'deal'): DrawnRun {
  const lease = memory.take(regionBytes);
  if (lease === null) throw new Error('there is room for a run');
  return { id, hash, measures: ['power'], shared: samplesIn(lease.region, prepared), done: 8, lease };
}

function session() {
  const memory = createDrawMemory(4 * regionBytes);
  return { memory, draws: createKeptDraws(memory) };
}

describe('kept draws', () => {
  it('serve every text of the model they are of, and no other', () => {
    const { memory, draws } = session();
    draws.note('first', 'model');
    draws.keep(run(memory, 'first'));
    draws.note('first with a remark', 'model');
    draws.note('another', 'another model');
    expect(draws.find('first with a remark', ['power'])?.hash).toBe('first');
    expect(draws.drawsOf('first with a remark')).toBe(8);
    expect(draws.find('first with a remark', ['price'])).toBeNull();
    expect(draws.find('another', ['power'])).toBeNull();
    expect(draws.find('unheard of', ['power'])).toBeNull();
    expect(draws.drawsOf('unheard of')).toBeNull();
  });

  it('are dropped for a new run of the same scenario only when that is of another model', () => {
    const { memory, draws } = session();
    draws.note('first', 'model');
    draws.keep(run(memory, 'first'));
    draws.note('first with a remark', 'model');
    draws.dropOlder('deal', 'first with a remark');
    expect(draws.drawsOf('first')).toBe(8);
    draws.dropOlder('another deal', 'another');
    expect(draws.drawsOf('first')).toBe(8);
    draws.dropOlder('deal', 'another');
    expect(draws.drawsOf('first')).toBeNull();
  });

  it('of all sessions make way for a new run, the oldest first', () => {
    const { memory, draws: first } = session();
    const second = createKeptDraws(memory);
    first.keep(run(memory, 'oldest', 'a'));
    second.keep(run(memory, 'older', 'b'));
    first.keep(run(memory, 'newer', 'c'));
    second.keep(run(memory, 'newest', 'd'));
    expect(memory.bytesInUse()).toBe(0);
    run(memory, 'next');
    expect(first.drawsOf('oldest')).toBeNull();
    expect([second.drawsOf('older'), first.drawsOf('newer'), second.drawsOf('newest')]).toEqual([8, 8, 8]);
  });

  it('stay as they are while somebody reads them, dropped or not', () => {
    const { memory, draws } = session();
    const kept = run(memory, 'first');
    draws.keep(kept);
    const reading = draws.find('first', ['power']);
    draws.dropOlder('deal', 'second');
    expect(draws.drawsOf('first')).toBeNull();
    const others = [1, 2, 3].map(() => memory.take(regionBytes));
    expect(others.every((lease) => lease?.region.offset !== kept.lease.region.offset)).toBe(true);
    expect(memory.take(1)).toBeNull();
    reading?.lease.release();
    expect(memory.take(regionBytes)?.region.offset).toBe(kept.lease.region.offset);
  });

  it('go with the session', () => {
    const { memory, draws } = session();
    draws.keep(run(memory, 'first'));
    draws.close();
    expect(draws.drawsOf('first')).toBeNull();
    expect(memory.take(4 * regionBytes)).not.toBeNull();
  });
});
