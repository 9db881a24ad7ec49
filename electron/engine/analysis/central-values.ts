import { invariant } from '#shared/base/assert.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import type { Model } from '../model.ts';

/** Gives the median of every input of a model whose laws the sampler has accepted, by slot. */
export function centralValues({ compiled: { plan } }: Model): Float64Array {
  const values = new Float64Array(plan.inputs.length);
  const filled = fillCentral(plan, values);
  invariant(filled.ok, 'a sampler accepts no law that has no median');
  return values;
}
