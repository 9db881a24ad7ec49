import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDrawMemory, type Lease, numbersIn } from '../../../electron/engine/draw-memory.ts';

const kilobyte = 1024;

/** Takes what must be there. */
function taken(lease: Lease | null): Lease {
  if (lease === null) throw new Error('there is room for this');
  return lease;
}

describe('draw memory', () => {
  it('never has two claims on one place, nor more in use than its ceiling, whatever is taken, shared and given up', () => {
    const step = fc.record({
      kind: fc.constantFrom('take', 'take up to', 'share', 'release', 'offer'),
      size: fc.integer({ min: 1, max: 40 }),
      which: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const memory = createDrawMemory(64 * kilobyte);
        const held: { lease: Lease; mark: number }[] = [];
        const offered = new Set<Lease>();
        let marks = 0;
        for (const { kind, size, which } of steps) {
          const one = held[which % Math.max(1, held.length)];
          if (kind === 'take' || kind === 'take up to') {
            const bytes = size * kilobyte;
            const lease = kind === 'take' ? memory.take(bytes) : memory.take(bytes, 1);
            if (lease === null) continue;
            if (kind === 'take') expect(lease.region.bytes).toBe(bytes);
            expect(lease.region.offset + lease.region.bytes).toBeLessThanOrEqual(64 * kilobyte);
            marks += 1;
            numbersIn(lease.region).fill(marks);
            held.push({ lease, mark: marks });
          } else if (one !== undefined && kind === 'share') {
            held.push({ lease: one.lease.share(), mark: one.mark });
          } else if (one !== undefined && kind === 'release') {
            held.splice(held.indexOf(one), 1);
            one.lease.release();
          } else if (one !== undefined && kind === 'offer') {
            if (held.some((other) => other !== one && other.mark === one.mark)) continue;
            held.splice(held.indexOf(one), 1);
            offered.add(one.lease);
            memory.offer(one.lease, () => offered.delete(one.lease));
          }
          // Whoever holds a claim still finds what was written under it.
          for (const { lease, mark } of held) {
            expect(numbersIn(lease.region).every((value) => value === mark)).toBe(true);
          }
          expect(memory.bytesInUse()).toBeLessThanOrEqual(64 * kilobyte);
        }
        for (const { lease } of held) lease.release();
        // Nothing is in use any more, so all of it can be had; what was on offer has been taken back for it.
        expect(memory.bytesInUse()).toBe(0);
        expect(memory.take(64 * kilobyte)).not.toBeNull();
        expect(offered.size).toBe(0);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('takes back the oldest offer first, and none that somebody is reading', () => {
    const memory = createDrawMemory(30 * kilobyte);
    const gone: string[] = [];
    const [first, second, third] = ['first', 'second', 'third'].map((name) => {
      const lease = taken(memory.take(10 * kilobyte));
      memory.offer(lease, () => gone.push(name));
      return lease;
    });
    const reading = first?.share();
    expect(memory.bytesInUse()).toBe(10 * kilobyte);
    const fourth = taken(memory.take(10 * kilobyte));
    expect(gone).toEqual(['second']);
    expect(fourth.region.offset).toBe(second?.region.offset);
    reading?.release();
    taken(memory.take(10 * kilobyte));
    expect(gone).toEqual(['second', 'first']);
    expect(third?.region.bytes).toBe(10 * kilobyte);
  });

  it('gives up no offer for what cannot be had anyway, and as much as there is where less will do', () => {
    const memory = createDrawMemory(30 * kilobyte);
    const gone: string[] = [];
    const kept = taken(memory.take(10 * kilobyte));
    memory.offer(kept, () => gone.push('kept'));
    taken(memory.take(10 * kilobyte));
    expect(memory.take(21 * kilobyte)).toBeNull();
    expect(memory.take(31 * kilobyte)).toBeNull();
    expect(gone).toEqual([]);
    expect(taken(memory.take(31 * kilobyte, kilobyte)).region.bytes).toBe(10 * kilobyte);
    expect(gone).toEqual([]);
    expect(taken(memory.take(31 * kilobyte, kilobyte)).region.bytes).toBe(10 * kilobyte);
    expect(gone).toEqual(['kept']);
    expect(memory.take(kilobyte, 1)).toBeNull();
  });

  it('lets a claim be given up twice without harm to the next', () => {
    const memory = createDrawMemory(10 * kilobyte);
    const first = taken(memory.take(10 * kilobyte));
    first.release();
    const second = taken(memory.take(10 * kilobyte));
    first.release();
    expect(memory.take(kilobyte)).toBeNull();
    second.release();
    expect(memory.bytesInUse()).toBe(0);
  });
});
