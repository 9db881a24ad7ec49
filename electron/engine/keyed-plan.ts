import { deserialize, serialize } from 'node:v8';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { createRecent } from './recent.ts';

/**
 * What draws are made of, on its way to the threads that make them: they need not read and compile the text, each for itself, before the
 * first draw. It is packed once, in memory that all threads see, and not copied along with every chunk of draws.
 */
export interface KeyedPlan {
  /** Of the text that came to the plan, by which a thread knows what it has set up. */
  readonly hash: string;
  /** The same for plans that differ in figures only. */
  readonly shape: string;
  readonly packed: SharedArrayBuffer;
}

/** Packs the plan that a text came to. */
export function packPlan({
  hash,
  shape,
  plan,
}: Omit<KeyedPlan, 'packed'> & { readonly plan: Plan }): KeyedPlan {
  const bytes = serialize(plan);
  const packed = new SharedArrayBuffer(bytes.length);
  new Uint8Array(packed).set(bytes);
  return { hash, shape, packed };
}

/** Gives the plan of a key, as the thread keeps it between jobs. */
export type Plans = (keyed: KeyedPlan) => Plan;

/** A scenario in hand and a few it takes turns with. */
const kept = 4;

/** Makes the memory of plans of one thread. */
export function createPlans(): Plans {
  const plans = createRecent<Plan>(kept);
  return ({ hash, packed }) => plans.get(hash, (): Plan => deserialize(new Uint8Array(packed).slice()));
}
