import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Place } from '../text/node.ts';
import type { Provenance } from '../value.ts';

/** What one scenario says at a place where two scenarios differ. */
export interface DifferenceSide {
  /** Keys that lead to the place in the raw tree of the scenario; list items as `[2]`. */
  readonly keys: readonly string[];
  /** The words as written, with an assumption followed; empty where the scenario says nothing. */
  readonly text: string;
  /** `default` for what holds because nothing is written, `absent` where there is nothing at all. */
  readonly standing: 'written' | 'default' | 'absent';
  readonly distribution: Distribution | null;
  /** Key of the assumption it is written as, or null. */
  readonly assumption: string | null;
  readonly provenance: Provenance | null;
  readonly place: Place | null;
}

/** What part of a scenario a difference is about. */
export type Theme =
  | 'capacity'
  | 'capital'
  | 'commitment'
  | 'chips'
  | 'price'
  | 'options'
  | 'economics'
  | 'finances'
  | 'deal'
  | 'scenario';

/**
 * What a difference does to the numbers: another number in the same plan, another plan, nothing of its own (a definition that comes
 * with whatever refers to it), or nothing at all (words, checks, the way draws are made).
 */
export type Role = 'number' | 'structure' | 'carried' | 'inert';

/** One input that is not the same in two scenarios. */
export interface InputDifference {
  /** Dotted path of the place; names the difference and is unique among those of a pair. */
  readonly id: string;
  /** Words for people: `slip · aws`. */
  readonly label: string;
  /** `changed` where both say something, else which one alone does. */
  readonly kind: 'changed' | 'only-in-base' | 'only-in-other';
  readonly role: Role;
  /** Key of the deal it belongs to, or null. */
  readonly deal: string | null;
  readonly theme: Theme;
  /** True for something a party chooses; a belief otherwise. */
  readonly isDecision: boolean;
  readonly dimension: Dimension | null;
  readonly base: DifferenceSide;
  readonly other: DifferenceSide;
}
