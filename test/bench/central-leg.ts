import { invariant } from '#shared/base/assert.ts';
import { uncontrolled } from '#shared/engine/control.ts';
import { createProjector, project } from '#shared/engine/project.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { heapPerMonth } from './allocation.ts';
import { type Leg, medianTime, type Row } from './measure.ts';
import { baseDeal, edited, fullBook, planOf } from './scenarios.ts';

/** Reading, compiling and projecting on one thread, warm, as a thread does for the second edit and all later ones. */
export const centralLeg: Leg = {
  name: 'central',
  run: async () => [
    ...measured('base deal', baseDeal(), { read: null, project: 2 }),
    ...measured('deal book', fullBook(), { read: 30, project: 5 }),
    await allocation(),
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

/** What a month of the kernel puts on the heap: its loop allocates nothing. */
async function allocation(): Promise<Row> {
  const value = await heapPerMonth(planOf(fullBook()));
  return { leg: 'central', what: 'heap per month of the kernel', value, unit: 'bytes', goal: 1 };
}
