import type { Slot } from '#shared/engine/plan/input.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Place } from '../text/node.ts';
import type { Provenance, Range } from '../value.ts';

/** What is known of one number of a plan, for hover, tables, sensitivity and comparison. */
export interface InputInfo {
  readonly slot: Slot;
  /** Key of the random stream, stable as long as the field keeps its path. */
  readonly key: string;
  readonly path: string;
  /** Words for people: `slip of aws`. */
  readonly label: string;
  readonly dimension: Dimension;
  /** The most usual unit of the dimension, for axes; values are in the dimension's fixed unit. */
  readonly unit: string;
  readonly provenance: Provenance | null;
  /** Where it is written; null for structure that nobody wrote. */
  readonly place: Place | null;
  readonly text: string;
  readonly qualifier: string | null;
  readonly isDecision: boolean;
  readonly origin: 'written' | 'default' | 'fixed';
  readonly range: Range | null;
}
