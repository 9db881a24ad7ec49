import type { GenerationPlan } from '#shared/engine/plan/generation.ts';

/** What the parts of a made-up plan must know of one another. */
export interface Scene {
  readonly months: number;
  readonly generations: readonly GenerationPlan[];
  /** Indices of the parties that may be providers, and of those that may only invest. */
  readonly providers: readonly number[];
  readonly investors: readonly number[];
  readonly dealKeys: readonly string[];
  /** Ids of the measures the scenario defines itself. */
  readonly ownMeasures: readonly string[];
  /** `count` keys that start with a name. */
  readonly keys: (name: string, count: number) => string[];
}
