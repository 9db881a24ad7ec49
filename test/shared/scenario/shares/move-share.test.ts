import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillShares, moveShare } from '#shared/scenario/shares/move-share.ts';

const sum = (parts: readonly number[]) => parts.reduce((running, part) => running + part, 0);

/** Shares that sum to 1000, some of them held, one to be moved somewhere. */
const moves = fc
  .record({
    raw: fc.array(fc.nat({ max: 300 }), { minLength: 2, maxLength: 8 }),
    held: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    which: fc.nat(),
    wanted: fc.integer({ min: -100, max: 1100 }),
  })
  .map(({ raw, held, which, wanted }) => ({
    units: fillShares(raw, [], 1000) ?? [],
    isHeld: raw.map((_, at) => held[at] ?? false),
    at: which % raw.length,
    wanted,
  }));

describe('moveShare', () => {
  it('keeps the sum, the held ones and the order of the others', () => {
    fc.assert(
      fc.property(moves, ({ units, isHeld, at, wanted }) => {
        const moved = moveShare(units, isHeld, at, wanted, 1000);
        const canGive = units.some((_, place) => place !== at && !isHeld[place]);
        expect(moved === null).toBe(!canGive);
        if (moved === null) return;
        expect(sum(moved)).toBe(1000);
        const held = sum(units.filter((_, place) => place !== at && isHeld[place]));
        expect(moved[at]).toBe(Math.min(1000 - held, Math.max(0, wanted)));
        moved.forEach((one, place) => {
          expect(one).toBeGreaterThanOrEqual(0);
          if (place === at) return;
          if (isHeld[place]) expect(one).toBe(units[place]);
          moved.forEach((other, against) => {
            if (against === at || isHeld[place] || isHeld[against]) return;
            if ((units[place] ?? 0) > (units[against] ?? 0)) expect(one).toBeGreaterThanOrEqual(other);
          });
        });
      }),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it('keeps the others in proportion to within one unit', () => {
    fc.assert(
      fc.property(moves, ({ units, at, wanted }) => {
        const moved = moveShare(units, [], at, wanted, 1000) ?? [];
        const before = 1000 - (units[at] ?? 0);
        fc.pre(before > 0);
        const after = 1000 - (moved[at] ?? 0);
        moved.forEach((one, place) => {
          if (place !== at)
            expect(Math.abs(one - ((units[place] ?? 0) * after) / before)).toBeLessThan(1 + 1e-6);
        });
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  it('comes back to where it was when a share is put back', () => {
    fc.assert(
      fc.property(moves, ({ units, at }) => {
        expect(moveShare(units, [], at, units[at] ?? 0, 1000)).toEqual(units);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it('divides equally where the others are nothing, and mends a sum that was wrong', () => {
    expect(moveShare([100, 0, 0], [], 0, 40, 100)).toEqual([40, 30, 30]);
    expect(moveShare([50, 20, 20], [], 0, 40, 100)).toEqual([40, 30, 30]);
    expect(moveShare([50, 60, 40], [false, true, true], 0, 10, 100)).toBeNull();
  });
});

describe('fillShares', () => {
  it('reaches the total with what is not held, or says that it cannot', () => {
    expect(fillShares([33, 33, 33], [], 100)).toEqual([34, 33, 33]);
    expect(fillShares([13, 37, 34], [true, false, false], 100)).toEqual([13, 45, 42]);
    expect(fillShares([60, 60], [true, true], 100)).toBeNull();
    expect(fillShares([120, 10], [true, false], 100)).toBeNull();
  });
});
