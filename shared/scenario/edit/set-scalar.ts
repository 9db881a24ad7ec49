import { ok } from '#shared/base/outcome.ts';
import type { Found, TreePath } from '../text/find.ts';
import { entryOf, findNode } from '../text/find.ts';
import type { ScalarNode } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import { keysAlong, locate, pathText, standsInBrackets } from './locate.ts';
import { waysToWrite } from './quote.ts';
import type { Edit, EditOutcome } from './text-edit.ts';
import { applyEdits, cannotEdit, lineEnding } from './text-edit.ts';
import { differsOnlyAt } from './verify.ts';

/**
 * Writes a new value at a path, in place: spacing, comments and everything else stay as they are. A long value
 * (`{ value: …, source: … }`) keeps its provenance and gets a new `value`. `null` writes the word that removes an
 * inherited value.
 */
export function setScalar(text: string, path: TreePath, value: string | null): EditOutcome {
  const trail = locate(text, path);
  if (!trail.ok) return trail;
  const target = targetOf(trail.value);
  if (target.node.kind !== 'scalar') {
    return cannotEdit('not-writable', `"${pathText(path)}" is a ${target.node.kind}, not a single value.`);
  }
  const isInside = standsInBrackets(text, [...trail.value, target]);
  const ways =
    value === null ? ['null'] : likeBefore(text, target.node, waysToWrite(value, isInside), isInside);
  const tree = trail.value[0]?.node;
  const keys = keysAlong(trail.value);
  for (const written of ways) {
    const result = applyEdits(text, [replaceScalar(text, target, written)]);
    const isAlone = tree?.kind === 'map' && differsOnlyAt(tree, result.text, keys);
    if (isAlone && readsBack(result.text, keys, value)) return ok(result);
  }
  const where = pathText(path);
  return cannotEdit(
    'not-writable',
    `"${value}" cannot be written at "${where}" without changing what is around it.`,
  );
}

/** Quotes that somebody wrote though nothing asked for them are kept: they are how this file is written. */
function likeBefore(
  text: string,
  { place, text: said }: ScalarNode,
  ways: readonly string[],
  isInside: boolean,
): readonly string[] {
  const [quote = ''] = text.slice(place.from, place.to);
  const isChosen = (quote === '"' || quote === "'") && waysToWrite(said, isInside)[0]?.[0] !== quote;
  if (!isChosen) return ways;
  return [...ways.filter((way) => way[0] === quote), ...ways.filter((way) => way[0] !== quote)];
}

/** The scalar to be replaced: the node itself, or the `value` of a long value. */
function targetOf(trail: readonly Found[]): Found {
  const last = trail.at(-1) ?? {
    node: { kind: 'list', place: nowhere, items: [] },
    entry: null,
    parent: null,
  };
  if (last.node.kind !== 'map') return last;
  const inner = entryOf(last.node, 'value');
  return inner === undefined ? last : { node: inner.value, entry: inner, parent: last.node };
}

const nowhere = { file: '', from: 0, to: 0 } as const;

function replaceScalar(text: string, { node, entry }: Found, written: string): Edit {
  const { from, to } = node.place;
  if (from < to) {
    // A block of literal text ends with its line ending, which has to stay.
    const tail = text[to - 1] === '\n' ? lineEnding(text) : '';
    return { from, to, insert: written + tail };
  }
  const at = entry === null ? from : entry.keyPlace.to;
  const colon = /^[ \t]*:/.exec(text.slice(at));
  if (entry === null) return { from: at, to: at, insert: text[at - 1] === '-' ? ` ${written}` : written };
  const end = at + (colon?.[0].length ?? 0);
  return { from: end, to: end, insert: colon === null ? `: ${written}` : ` ${written}` };
}

function readsBack(text: string, path: TreePath, value: string | null): boolean {
  const { tree, problems } = parseText('', text);
  const found = tree === null || problems.length > 0 ? null : findNode(tree, path);
  if (found === null) return false;
  const { node } = targetOf([found]);
  return node.kind === 'scalar' && (value === null ? node.isNull : node.text === value && !node.isNull);
}
