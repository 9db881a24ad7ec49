import type { QuantityShape } from '../fields/shape.ts';
import type { ScalarNode } from '../text/node.ts';
import type { Value } from '../value.ts';
import type { Here } from './decoding.ts';

/** What decoding a node asked of the rest of the scenario, or gave to it, besides what came of the node itself. */
export type Effect = Noted | Looked | Use;

/** A quantity for the index of inputs. */
interface Noted {
  readonly kind: 'noted';
  readonly value: Value;
}

/** A name that was looked up, and found. */
interface Looked {
  readonly kind: 'looked';
  readonly to: NamedThing;
  readonly name: string;
}

/** A reference to an assumption: what it was before and after, and the quantity that came of it. */
export interface Use {
  readonly kind: 'use';
  readonly key: string;
  readonly shape: QuantityShape;
  readonly node: ScalarNode;
  readonly here: Here;
  readonly before: Value | null;
  readonly after: Value | null;
  readonly gave: Value | undefined;
}

/** Things that are looked up by name everywhere. */
export type NamedThing = 'source' | 'generation';
