import { createKernel } from '#shared/engine/create-kernel.ts';
import type { Kernel } from '#shared/engine/kernel.ts';
import { plainMachine } from '#shared/engine/lanes/machine.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { compiledMachine } from './compiled-machine.ts';
import { lanesPerRound } from './program.ts';

/** Creates a kernel on the compiled machine, or on the plain one where a block is too narrow or the system too small for it. */
export function createCompiledKernel(plan: Plan, lanes: number, wanted: readonly string[]): Kernel {
  if (lanes % lanesPerRound !== 0) return createKernel(plan, { lanes, wanted });
  const machine = compiledMachine(numbersPerLane(plan, wanted) * lanes);
  return createKernel(plan, { lanes, wanted, ...(machine === null ? {} : { machine }) });
}

/** How many numbers a kernel keeps for every lane, told by setting it up with one. */
function numbersPerLane(plan: Plan, wanted: readonly string[]): number {
  let total = 0;
  const numbers = (count: number): Float64Array => {
    total += count;
    return plainMachine.numbers(count);
  };
  createKernel(plan, { lanes: 1, wanted, machine: { ...plainMachine, numbers } });
  return total;
}
