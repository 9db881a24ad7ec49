import { invariant } from '#shared/base/assert.ts';
import { uncontrolled } from '#shared/engine/control.ts';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { createProjector, project } from '#shared/engine/project.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { timedMeasures } from './deal-book.ts';
import { type Leg, medianTime, type Row } from './measure.ts';
import { baseDeal, edited, fullBook, planOf } from './scenarios.ts';

/** Reading, compiling and projecting on one thread, warm, as a thread does for the second edit and all later ones. */
export const centralLeg: Leg = {
  name: 'central',
  run: async () => [
    ...measured('base deal', baseDeal(), { read: null, project: 2 }),
    ...measured('deal book', fullBook(), { read: 30, project: 5 }),
    allocation(),
  ],
};

function measured(
  name: string,
  source: ScenarioSource,
  goals: { read: number | null; project: number },
): Row[] {
  let edit = 0;
  const read = medianTime(15, 15, () => {
    edit += 1;
    planOf(edited(source, edit));
  });
  const plan = planOf(source);
  const fresh = medianTime(40, 40, () => {
    invariant(project(plan, fillCentral, uncontrolled).ok, 'the projection ends');
  });
  const projector = createProjector(plan);
  const again = medianTime(60, 60, () => {
    invariant(projector(plan, fillCentral, uncontrolled).ok, 'the projection ends');
  });
  return [
    { leg: 'central', what: `${name}: read and compile`, value: read, unit: 'ms', goal: goals.read },
    {
      leg: 'central',
      what: `${name}: project an edited figure`,
      value: again,
      unit: 'ms',
      goal: goals.project,
    },
    { leg: 'central', what: `${name}: project an edited structure`, value: fresh, unit: 'ms', goal: null },
  ];
}

/** What one run of the kernel leaves on the heap: the month loop allocates nothing. */
function allocation(): Row {
  const plan = planOf(fullBook());
  const kernel = createKernel(plan, { lanes: 32, wanted: timedMeasures });
  const one = new Float64Array(plan.inputs.length);
  fillCentral(plan, one);
  for (let slot = 0; slot < one.length; slot += 1)
    kernel.values.fill(one[slot] ?? 0, slot * 32, (slot + 1) * 32);
  for (let warm = 0; warm < 400; warm += 1) kernel.run();
  globalThis.gc?.();
  const runs = 50;
  const before = process.memoryUsage().heapUsed;
  for (let run = 0; run < runs; run += 1) kernel.run();
  const perMonth = (process.memoryUsage().heapUsed - before) / runs / plan.months;
  return {
    leg: 'central',
    what: 'heap per month of the kernel',
    value: Math.max(0, perMonth),
    unit: 'bytes',
    goal: 16,
  };
}
