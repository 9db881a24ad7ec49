import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathReader } from '#shared/engine/lanes/path-reader.ts';
import { emptyPass } from '../../../support/empty-pass.ts';
import { buildPlan } from '../../../support/plan-builder.ts';

/** Linear interpolation, said plainly. */
function plainly(points: readonly (readonly [number, number])[], time: number): number {
  const later = points.findIndex(([at]) => at > time);
  if (later === 0) return points[0]?.[1] ?? Number.NaN;
  if (later < 0) return points[points.length - 1]?.[1] ?? Number.NaN;
  const [a, from] = points[later - 1] ?? [0, 0];
  const [b, to] = points[later] ?? [1, 0];
  return from + ((to - from) * (time - a)) / (b - a);
}

describe('reading a path', () => {
  it('is linear between its points and flat outside, lane by lane', () => {
    const points = fc
      .array(fc.tuple(fc.integer({ min: -20, max: 50 }), fc.double({ min: -100, max: 100, noNaN: true })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((all) => [...new Map(all)].sort(([a], [b]) => a - b));
    fc.assert(
      fc.property(
        points,
        fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 1, maxLength: 4 }),
        (path, shifts) => {
          const shape = { at: [] as number[], value: [] as number[] };
          const plan = buildPlan((t) => {
            const made = t.path(path);
            shape.at.push(...made.at);
            shape.value.push(...made.value);
            return { months: 40 };
          });
          const lanes = shifts.length;
          const { pass, values } = emptyPass(plan, lanes);
          const out = pass.cell();
          const read = pathReader(pass, shape, out);
          const seen: number[][] = [];
          pass.onMonth((m) => {
            read(m);
            seen.push([...out]);
          });
          path.forEach(([at, value], i) => {
            for (const [lane, shift] of shifts.entries()) {
              values[(shape.at[i] ?? 0) * lanes + lane] = at + shift;
              values[(shape.value[i] ?? 0) * lanes + lane] = value * (lane + 1);
            }
          });
          for (let run = 0; run < 2; run += 1) {
            seen.length = 0;
            pass.run();
            for (const [lane, shift] of shifts.entries()) {
              const own = path.map(([at, value]) => [at + shift, value * (lane + 1)] as const);
              for (let m = 0; m < 40; m += 1) expect(seen[m]?.[lane]).toBeCloseTo(plainly(own, m), 9);
            }
          }
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });
});
