import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { insertEntry } from '../edit/insert-entry.ts';
import { removeEntry } from '../edit/remove-entry.ts';
import { setScalar } from '../edit/set-scalar.ts';
import type { EditOutcome } from '../edit/text-edit.ts';
import type { ScenarioSource } from '../source.ts';
import { findNode } from '../text/find.ts';
import type { MapNode, Node } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import { compareScenarios } from './compare-scenarios.ts';
import type { InputDifference } from './difference.ts';
import type { ReadSide } from './read-side.ts';
import { readSide } from './read-side.ts';
import { yamlOf } from './yaml-of.ts';

/** Which way a value is copied. */
export type CopyDirection = 'to-other' | 'to-base';

/**
 * Writes into one scenario what the other says at the place of a difference, in place and with its source, so that the two no
 * longer differ there. An inherited value is overridden, an inherited part removed with `null`. The new text is
 * read before it is given back; why it cannot be done is said in words.
 */
export function copyAcross(
  difference: InputDifference,
  direction: CopyDirection,
  from: ReadSide,
  to: ScenarioSource,
): Outcome<string, string> {
  const [taken, target] =
    direction === 'to-other' ? [difference.base, difference.other] : [difference.other, difference.base];
  const node = taken.standing === 'absent' ? null : (findNode(from.tree, taken.keys)?.node ?? null);
  const keys = taken.standing === 'absent' ? target.keys : taken.keys;
  const text = taken.standing === 'default' ? scalar(taken.text) : node;
  const tries = text === null ? removals(to, keys) : writings(to, keys, text);
  let why = `“${difference.label}” cannot be written into ${to.id}.`;
  for (const attempt of tries) {
    const edited = attempt();
    if (!edited.ok) {
      why = edited.error.message;
      continue;
    }
    const fault = faultOf({ ...to, text: edited.value.text }, from, difference.id);
    if (fault === null) return ok(edited.value.text);
    why = fault;
  }
  return fail(why);
}

type Attempt = () => EditOutcome;

/** A quantity is written in its place; anything else, or what comes with a source of its own, is written anew. */
function writings({ id, text }: ScenarioSource, keys: readonly string[], node: Node): readonly Attempt[] {
  const own = parseText(id, text).tree;
  const there = own === null ? null : (findNode(own, keys)?.node ?? null);
  const [parent, key] = [keys.slice(0, -1), keys.at(-1) ?? ''];
  const written = yamlOf(node);
  const inPlace: Attempt = () => setScalar(text, keys, node.kind === 'scalar' ? node.text : written);
  const anew: Attempt = () => {
    if (there === null) return insertEntry(text, parent, key, written);
    const cleared = removeEntry(text, keys);
    return cleared.ok ? insertEntry(cleared.value.text, parent, key, written) : cleared;
  };
  const isPlain = node.kind === 'scalar' && there?.kind === 'scalar';
  return isPlain ? [inPlace, anew] : [anew, ...(node.kind === 'scalar' ? [inPlace] : [])];
}

/** What stands in the file is taken out; what is inherited then still is overridden by nothing. */
function removals({ id, text }: ScenarioSource, keys: readonly string[]): readonly Attempt[] {
  const own: MapNode | null = parseText(id, text).tree;
  const isOwn = own !== null && findNode(own, keys) !== null;
  const [parent, key] = [keys.slice(0, -1), keys.at(-1) ?? ''];
  const remove: Attempt = () => removeEntry(text, keys);
  const override: Attempt = () => insertEntry(text, parent, key, 'null');
  const both: Attempt = () => {
    const cleared = removeEntry(text, keys);
    return cleared.ok ? insertEntry(cleared.value.text, parent, key, 'null') : cleared;
  };
  return isOwn ? [remove, both] : [override];
}

function faultOf(edited: ScenarioSource, other: ReadSide, id: string): string | null {
  const read = readSide(edited);
  if (!read.ok) {
    const error = read.error.find(({ severity }) => severity === 'error');
    return error?.message ?? `${edited.id} could not be read afterwards.`;
  }
  const remains = compareScenarios(read.value, other).some((one) => one.id === id);
  return remains
    ? `${edited.id} would still say something else: what is copied depends on other parts.`
    : null;
}

function scalar(text: string): Node {
  return { kind: 'scalar', place: { file: '', from: 0, to: 0 }, text, isNull: false };
}
