import type { Condition } from '#shared/engine/plan/condition.ts';

/** What an instrument may look at when its turn comes. */
export interface CapitalView {
  readonly month: number;
  /** The deal's power online, MW of the stated basis: what has been delivered. */
  readonly delivered: number;
  readonly holds: (condition: Condition) => boolean;
}
