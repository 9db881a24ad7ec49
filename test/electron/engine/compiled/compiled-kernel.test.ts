import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '#shared/engine/create-kernel.ts';
import type { Kernel } from '#shared/engine/kernel.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import { createCompiledKernel } from '../../../../electron/engine/compiled/compiled-kernel.ts';
import { generatePlan } from '../../../oracle/generate-plan.ts';
import { overPlans } from '../../../support/arbitrary-plan.ts';

describe('a compiled kernel', () => {
  it('gives every measure and check of any plan the numbers of the plain one, run after run', () => {
    fc.assert(
      fc.property(
        fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 })),
        fc.constantFrom(4, 8, 12),
        (seed, lanes) => {
          const { plan, lanes: draws } = generatePlan(seed, 2 * lanes);
          const wanted = measureCatalogue(plan).map(({ id }) => id);
          const compiled = createCompiledKernel(plan, lanes, wanted);
          const plain = createKernel(plan, { lanes, wanted });
          for (const block of [draws.slice(0, lanes), draws.slice(lanes)]) {
            for (const kernel of [compiled, plain]) {
              for (const [lane, draw] of block.entries())
                for (const [slot, value] of draw.entries()) kernel.values[slot * lanes + lane] = value;
              kernel.run();
            }
            expect(wanted.filter((_, i) => !isSame(compiled, plain, i))).toEqual([]);
            expect([...compiled.checks]).toEqual([...plain.checks]);
          }
        },
      ),
      overPlans(60),
    );
  });

  it('is a plain one where its lanes fill no round', () => {
    const { plan, lanes: draws } = generatePlan(1, 1);
    const wanted = measureCatalogue(plan).map(({ id }) => id);
    const [own, plain] = [createCompiledKernel(plan, 1, wanted), createKernel(plan, { lanes: 1, wanted })];
    for (const kernel of [own, plain]) {
      kernel.values.set(draws[0] ?? []);
      kernel.run();
    }
    expect(wanted.filter((_, i) => !isSame(own, plain, i))).toEqual([]);
  });
});

/** Whether a measure has the same numbers in two kernels, the sign of zero included. */
function isSame(a: Kernel, b: Kernel, measure: number): boolean {
  const other = b.results[measure];
  return a.results[measure]?.every((value, place) => Object.is(value, other?.[place])) ?? false;
}
