import { isAlike } from '#shared/base/is-alike.ts';
import type { Shape } from '../fields/shape.ts';
import type { Node } from '../text/node.ts';
import { isNested, originOf, shiftPlace } from '../text/shift.ts';
import { decodeShape } from './decode.ts';
import type { Decoding, Here } from './decoding.ts';
import type { Effect, NamedThing } from './effects.ts';
import { moverBy } from './move-decoded.ts';
import { moveEffect } from './move-effect.ts';
import { repeatEffects } from './repeat-effects.ts';

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
 * Makes a decoding that decodes no map again that is the very node it was before, or has only moved, stands under the same
 * circumstances, had no fault, and refers to nothing that has changed.
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
  /** For trying whether something still gives what it gave. */
  const silent: Decoding = {
    ...d,
    report: () => {
      reports += 1;
    },
  };
  const trial = { d: silent, effects, names, reports: () => reports };

  function decodeOnce(by: Decoding, shape: Shape, node: Node, here: Here): unknown {
    const from = effects.length;
    const before = decodedBefore.get(node);
    const known = before ?? (isNested(node) ? moved(node) : undefined);
    if (known !== undefined && isSamePlace(known, shape, here, d)) {
      const repeated = repeatEffects(trial, known.effects);
      if (repeated === 'the same' && known === before) return known.value;
      if (repeated !== 'otherwise') {
        decodedBefore.set(node, { ...known, effects: effects.slice(from) });
        return known.value;
      }
    }
    const reportsBefore = reports;
    const value = decodeShape(by, shape, node, here);
    if (reports === reportsBefore && (effects.length > from || isNested(node))) {
      decodedBefore.set(node, { shape, here, start: d.start, value, effects: effects.slice(from) });
    }
    return value;
  }

  return { d, effects };
}

/** What came of a node that stood elsewhere in the text before, moved to where it stands now. */
function moved(node: Node): Decoded | undefined {
  const origin = originOf(node);
  const before = origin === null ? undefined : decodedBefore.get(origin.node);
  if (origin === null || before === undefined) return undefined;
  const mover = moverBy(origin);
  return {
    ...before,
    here: { ...before.here, keyPlace: shiftPlace(before.here.keyPlace, origin) },
    value: mover.decoded(before.shape, before.value),
    effects: before.effects.map((effect) => moveEffect(effect, mover, origin)),
  };
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
