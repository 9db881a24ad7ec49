import type { ScenarioSource } from '#shared/scenario/source.ts';

/** A scenario with the name of its contents, by which a thread knows whether it has read it already. */
export interface KeyedSource {
  readonly hash: string;
  readonly source: ScenarioSource;
}
