import { isAlike } from '#shared/base/is-alike.ts';
import type { Shape } from '../fields/shape.ts';
import type { Node } from '../text/node.ts';
import type { Value } from '../value.ts';
import { decodeShape } from './decode.ts';
import type { Assumption, Decoding, Here } from './decoding.ts';
import type { Effect, NamedThing, Use } from './effects.ts';
import { decodeReferring } from './quantity.ts';

/** What came of a map of the text, and all that this depended on. */
interface Decoded {
  readonly shape: Shape;
  readonly here: Here;
  readonly start: Decoding['start'];
  readonly value: unknown;
  readonly effects: readonly Effect[];
}

/** Kept as long as the node is; while somebody types, most nodes of a text are those of the text before. */
const decodedBefore = new WeakMap<Node, Decoded>();

/** A decoding that takes what it has decoded before from memory, and everything it noted, looked up and used, in order. */
export interface RememberingDecoding {
  readonly d: Decoding;
  readonly effects: readonly Effect[];
}

/**
 * Makes a decoding that decodes no map again that is the very node it was before, stands under the same circumstances, had no
 * fault, and refers to nothing that has changed.
 */
export function rememberingDecoding(
  base: Omit<Decoding, 'decode' | 'note' | 'used' | 'knows'>,
): RememberingDecoding {
  const effects: Effect[] = [];
  const names: Readonly<Record<NamedThing, ReadonlySet<string>>> = {
    source: new Set(base.known.source),
    generation: new Set(base.known.generation),
  };
  let reports = 0;
  const d: Decoding = {
    ...base,
    report: (finding) => {
      reports += 1;
      base.report(finding);
    },
    note: (value) => {
      effects.push({ kind: 'noted', value });
    },
    used: (use) => {
      effects.push(use);
    },
    knows: (to, name) => {
      effects.push({ kind: 'looked', to, name });
      return names[to].has(name);
    },
    decode(shape, node, here) {
      // Whoever has put something else in the place of a part of the decoding wants it done, not remembered.
      return (this === d || this === silent) && isKept(node, here)
        ? decodeOnce(this, shape, node, here)
        : decodeShape(this, shape, node, here);
    },
  };
  const silent: Decoding = {
    ...d,
    report: () => {
      reports += 1;
    },
  };

  function decodeOnce(by: Decoding, shape: Shape, node: Node, here: Here): unknown {
    const before = decodedBefore.get(node);
    const from = effects.length;
    if (before !== undefined && isSamePlace(before, shape, here, d) && repeat(before.effects)) {
      decodedBefore.set(node, { ...before, effects: effects.slice(from) });
      return before.value;
    }
    const reportsBefore = reports;
    const value = decodeShape(by, shape, node, here);
    if (reports === reportsBefore) {
      decodedBefore.set(node, { shape, here, start: d.start, value, effects: effects.slice(from) });
    }
    return value;
  }

  /** Does again what decoding a node did to the rest; where that would not be the same any more, nothing, and says so. */
  function repeat(before: readonly Effect[]): boolean {
    const from = effects.length;
    const touched: {
      readonly assumption: Assumption;
      readonly value: Value | null;
      readonly isBroken: boolean;
    }[] = [];
    for (const effect of before) {
      let again: Effect | null = effect;
      if (effect.kind === 'looked' && !names[effect.to].has(effect.name)) again = null;
      if (effect.kind === 'use') {
        const assumption = d.assumption(effect.key);
        if (assumption !== null)
          touched.push({ assumption, value: assumption.value, isBroken: assumption.isBroken });
        again = assumption && referAgain(assumption, effect);
      }
      if (again === null) {
        effects.length = from;
        for (const { assumption, value, isBroken } of touched.reverse())
          Object.assign(assumption, { value, isBroken });
        return false;
      }
      effects.push(again);
    }
    return true;
  }

  function referAgain(assumption: Assumption, use: Use): Use | null {
    const before = assumption.value;
    if (before !== null && before === use.before) {
      assumption.value = use.after;
      return use;
    }
    const [from, reportsBefore] = [effects.length, reports];
    const gave = decodeReferring(silent, use.shape, use.node, use.here);
    effects.length = from;
    if (reports > reportsBefore || !isAlike(gave, use.gave)) return null;
    // Whoever refers to it later then finds it as it was left the time before.
    if (isAlike(assumption.value, use.after)) assumption.value = use.after;
    return { ...use, before, after: assumption.value };
  }

  return { d, effects };
}

/** Defaults are made anew each time, and the whole scenario changes with every edit. */
function isKept(node: Node, here: Here): boolean {
  return node.kind === 'map' && !here.isDefault && here.reported === null && here.path !== '';
}

function isSamePlace(before: Decoded, shape: Shape, here: Here, { start }: Decoding): boolean {
  return (
    before.shape === shape &&
    before.here.path === here.path &&
    before.here.isDecision === here.isDecision &&
    before.start.year === start.year &&
    before.start.month === start.month &&
    isAlike(before.here.keyPlace, here.keyPlace) &&
    isAlike(before.here.provenance, here.provenance)
  );
}
