import type { Plan } from '#shared/engine/plan/plan.ts';

/**
 * What draws are made of, on its way to the threads that make them: they need not read and compile the text, each for itself, before the
 * first draw.
 */
export interface KeyedPlan {
  /** Of the text that came to the plan, by which a thread knows what it has set up. */
  readonly hash: string;
  /** The same for plans that differ in figures only. */
  readonly shape: string;
  readonly plan: Plan;
}
