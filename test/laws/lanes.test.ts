import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import { generatePlan } from '../oracle/generate-plan.ts';
import { overPlans } from '../support/arbitrary-plan.ts';

/** Bits of a series, so that NaN and the sign of zero count. */
function bitsOf(series: Float64Array): readonly bigint[] {
  return [...new BigUint64Array(series.slice().buffer)];
}

describe('laws of lanes', () => {
  const seeds = fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 }));

  it('gives a draw the same bits at any place in a block of any width', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 9 }), (seed, lanes) => {
        const { plan, lanes: draws } = generatePlan(seed, lanes);
        const wanted = measureCatalogue(plan).map(({ id }) => id);
        const together = createKernel(plan, { lanes, wanted });
        const alone = createKernel(plan, { lanes: 1, wanted });
        for (const [lane, draw] of draws.entries()) {
          for (const [slot, value] of draw.entries()) together.values[slot * lanes + lane] = value;
        }
        together.run();
        for (const [lane, draw] of draws.entries()) {
          alone.values.set(draw);
          alone.run();
          const wrong = wanted.filter((_, i) => {
            const [own, block] = [alone.results[i], together.results[i]];
            if (own === undefined || block === undefined) return true;
            const inBlock = own.map((_value, m) => block[m * lanes + lane] ?? Number.NaN);
            return bitsOf(own).join() !== bitsOf(inBlock).join();
          });
          expect(wrong).toEqual([]);
          for (const check of plan.checks.keys()) {
            expect(together.checks[check * lanes + lane]).toBe(alone.checks[check]);
          }
        }
      }),
      overPlans(60),
    );
  });

  it('remembers nothing of the run before', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { plan, lanes: draws } = generatePlan(seed, 2);
        const wanted = measureCatalogue(plan).map(({ id }) => id);
        const kernel = createKernel(plan, { lanes: 1, wanted });
        const run = (draw: number): readonly string[] => {
          kernel.values.set(draws[draw] ?? []);
          kernel.run();
          return kernel.results.map((series) => bitsOf(series).join());
        };
        const first = run(0);
        run(1);
        const again = run(0);
        expect(wanted.filter((_, i) => first[i] !== again[i])).toEqual([]);
      }),
      overPlans(60),
    );
  });
});
