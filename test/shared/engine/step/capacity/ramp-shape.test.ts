import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMachine } from '#shared/engine/lanes/machine.ts';
import type { PhasePlan } from '#shared/engine/plan/deal.ts';
import { bassShare, shapeRamp } from '#shared/engine/step/capacity/ramp-shape.ts';

const shapes: readonly PhasePlan['shape'][] = ['step', 'linear', 's-curve', 'bass'];

function rampShare(shape: PhasePlan['shape'], x: number, p: number, q: number): number {
  const lanes = Float64Array.of(x);
  shapeRamp(plainMachine.loop, shape, lanes, Float64Array.of(p), Float64Array.of(q))();
  return lanes[0] ?? Number.NaN;
}

describe('ramp shapes', () => {
  it('start at 0, end at 1 and never fall, for any coefficients', () => {
    const x = fc.double({ min: -1, max: 2, noNaN: true });
    const p = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...shapes), x, x, p, p, (shape, a, b, innovation, imitation) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = [low, high].map((at) => rampShare(shape, at, innovation, imitation));
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1);
        expect(to).toBeGreaterThanOrEqual((from ?? 0) - 1e-12);
        expect(rampShare(shape, 0, innovation, imitation)).toBe(0);
        expect(rampShare(shape, 1, innovation, imitation)).toBe(1);
      }),
      { seed: 1 },
    );
  });

  it('pass the middle where their formulas say', () => {
    expect(rampShare('linear', 0.25, 0, 0)).toBe(0.25);
    expect(rampShare('s-curve', 0.5, 0, 0)).toBe(0.5);
    expect(rampShare('s-curve', 0.25, 0, 0)).toBe(0.15625);
    expect(rampShare('step', 0.001, 0, 0)).toBe(1);
  });
});

describe('the Bass curve', () => {
  /** Coefficients of Bass (1969) for colour television. */
  const [p, q] = [0.005, 0.84];

  it('has its peak of adoption at ln(q/p) / (p + q)', () => {
    const peak = Math.log(q / p) / (p + q);
    const pace = (t: number) => bassShare(t + 1e-3, p, q) - bassShare(t - 1e-3, p, q);
    expect(pace(peak)).toBeGreaterThan(pace(peak - 0.2));
    expect(pace(peak)).toBeGreaterThan(pace(peak + 0.2));
    // At the peak (q − p) / 2q have adopted.
    expect(bassShare(peak, p, q)).toBeCloseTo((q - p) / (2 * q), 12);
  });

  it('obeys its differential equation f = (p + qF)(1 − F)', () => {
    const h = 1e-6;
    for (const t of [0.5, 2, 5, 9]) {
      const share = bassShare(t, p, q);
      const slope = (bassShare(t + h, p, q) - bassShare(t - h, p, q)) / (2 * h);
      expect(slope).toBeCloseTo((p + q * share) * (1 - share), 7);
    }
  });
});
