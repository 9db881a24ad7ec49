import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import { createSampler, fillBlock, fillCertain, type Sampler } from '../random/sampler.ts';
import type { SamplingFault } from '../random/sampling-fault.ts';
import type { CoalitionModel } from './coalition-model.ts';
import { type Component, sampledComponent } from './components.ts';

/** The drawn values of one component, state by state, for the draws at hand; made when first asked for. */
export interface ComponentBlocks {
  readonly component: Component;
  /** Moves on to the draws from `fromDraw` on. */
  readonly move: (fromDraw: number) => void;
  /** `values[place * width + draw - fromDraw]`, places in the order of the slots of the component. */
  readonly values: (state: number) => Outcome<Float64Array, SamplingFault>;
}

interface State {
  readonly sampler: Sampler;
  readonly values: Float64Array;
  fromDraw: number;
}

/** Sets up the draws of a component, `width` draws at a time. */
export function componentBlocks(
  model: CoalitionModel,
  plan: Pick<Plan, 'inputs'>,
  component: Component,
  width: number,
): ComponentBlocks {
  const states = new Map<number, State>();
  let current = 0;
  return {
    component,
    move: (fromDraw) => {
      current = fromDraw;
    },
    values: (state) => {
      let known = states.get(state);
      if (known === undefined) {
        const sampled = sampledComponent(plan, component, state, model.seed, model.sampling);
        const sampler = createSampler(sampled);
        if (!sampler.ok) return fail(sampler.error);
        const values = new Float64Array(component.slots.length * width);
        fillCertain(sampler.value, width, values);
        known = { sampler: sampler.value, values, fromDraw: Number.NaN };
        states.set(state, known);
      }
      if (known.fromDraw !== current) {
        fillBlock(known.sampler, current, width, known.values);
        known.fromDraw = current;
      }
      return ok(known.values);
    },
  };
}
