import type { Distribution } from '../plan/distribution.ts';
import type { Correlation, Sampling, Slot } from '../plan/input.ts';
import type { Plan } from '../plan/plan.ts';
import type { SampledPlan } from '../random/sampler.ts';
import type { Swap } from './coalition-model.ts';

/**
 * Inputs whose draws depend on one another: a swapped number alone, inputs tied by correlations of which at least one is swapped, or all
 * the rest. What is drawn for them depends only on which of their own swaps take part.
 */
export interface Component {
  readonly slots: readonly Slot[];
  readonly swaps: readonly Swap[];
  readonly correlations: readonly Correlation[];
}

/** Divides the inputs of a plan; the first component holds all that no player touches. */
export function componentsOf(
  { inputs, correlations }: Pick<Plan, 'inputs' | 'correlations'>,
  swaps: readonly Swap[],
): readonly Component[] {
  const groupOf = inputs.map((_, slot) => slot);
  const find = (slot: Slot): Slot => {
    let root = slot;
    while (groupOf[root] !== root) root = groupOf[root];
    return root;
  };
  for (const { a, b } of correlations) groupOf[find(a)] = find(b);
  const touched = new Set(swaps.map(({ slot }) => find(slot)));
  const members = new Map<Slot | null, Slot[]>([[null, []]]);
  for (const slot of inputs.keys()) {
    const group = touched.has(find(slot)) ? find(slot) : null;
    const own = members.get(group);
    if (own === undefined) members.set(group, [slot]);
    else own.push(slot);
  }
  return [...members.values()].map((slots) => {
    const own = new Set(slots);
    return {
      slots,
      swaps: swaps.filter(({ slot }) => own.has(slot)),
      correlations: correlations.filter(({ a }) => own.has(a)),
    };
  });
}

/** What the draws of a component depend on; bit `s` of the state is set where its swap `s` takes part. */
export function sampledComponent(
  plan: Pick<Plan, 'inputs'>,
  { slots, swaps, correlations }: Component,
  state: number,
  seed: number,
  sampling: Sampling,
): SampledPlan {
  const laws = new Map<Slot, Distribution>();
  for (const [at, { slot, base, other }] of swaps.entries()) {
    laws.set(slot, (state >> at) & 1 ? other : base);
  }
  const place = new Map(slots.map((slot, at) => [slot, at]));
  const at = (slot: Slot) => place.get(slot) ?? 0;
  return {
    seed,
    sampling,
    inputs: slots.map((slot) => {
      const { key, distribution } = plan.inputs[slot];
      return { key, distribution: laws.get(slot) ?? distribution };
    }),
    correlations: correlations.map(({ a, b, rank }) => ({ a: at(a), b: at(b), rank })),
  };
}
