import { ok } from '#shared/base/outcome.ts';
import type { Found, TreePath } from '../text/find.ts';
import { entryOf, findTrail } from '../text/find.ts';
import type { MapNode, Node } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import {
  endOfEntry,
  isInBrackets,
  keysAlong,
  pathText,
  readForEdit,
  sharedAbove,
  sharedMessage,
  standsInBrackets,
} from './locate.ts';
import { quoteKey, quoteValue } from './quote.ts';
import type { Edit, EditOutcome } from './text-edit.ts';
import { applyEdits, cannotEdit, lineEnd, lineEnding, lineStart } from './text-edit.ts';
import { differsOnlyAt } from './verify.ts';

/**
 * Adds a key to the map at a path, behind its last key, in the style of the map (indented lines or braces). Maps that are
 * missing on the way are made. `value` is written as YAML where it is YAML, such as `{ power: 1 GW }`, else as a text.
 */
export function insertEntry(text: string, path: TreePath, key: string, value: string): EditOutcome {
  const tree = readForEdit(text);
  if (!tree.ok) return tree;
  const keys = typeof path === 'string' ? keysOf(tree.value, path) : path;
  const { trail, missing } = deepestExisting(tree.value, keys);
  if (sharedAbove(trail) || isReference(text, trail)) return cannotEdit('shared', sharedMessage(path));
  const last = trail.at(-1);
  const chain = [...missing, key];
  const [first = key] = chain;
  if (last?.node.kind === 'map' && entryOf(last.node, first) !== undefined) {
    return cannotEdit('exists', `"${key}" is in "${pathText(path)}" already.`);
  }
  const edit = editFor(text, trail, chain, value);
  if (edit === null)
    return cannotEdit('not-a-map', `"${pathText(path)}" is no map, so nothing can be added to it.`);
  const result = applyEdits(text, [edit]);
  const isThere =
    reads(result.text, [...keys, key]) && differsOnlyAt(tree.value, result.text, [...keys, key]);
  if (isThere) return ok(result);
  return cannotEdit('not-writable', `"${key}: ${value}" cannot be added to "${pathText(path)}".`);
}

/** The keys of a dotted path: as far as it exists from the tree, the rest split at its dots. */
function keysOf(tree: MapNode | null, path: string): readonly string[] {
  if (path === '') return [];
  const parts = path.split('.');
  for (let count = parts.length; count > 0; count--) {
    const trail = tree === null ? null : findTrail(tree, parts.slice(0, count).join('.'));
    if (trail !== null) return [...keysAlong(trail), ...parts.slice(count)];
  }
  return parts;
}

function isReference(text: string, trail: readonly Found[]): boolean {
  const last = trail.at(-1);
  return last !== undefined && text[last.node.place.from] === '*';
}

function deepestExisting(
  tree: MapNode | null,
  keys: readonly string[],
): { readonly trail: readonly Found[]; readonly missing: readonly string[] } {
  if (tree === null) return { trail: [], missing: keys };
  for (let count = keys.length; count > 0; count--) {
    const trail = findTrail(tree, keys.slice(0, count));
    if (trail !== null) return { trail, missing: keys.slice(count) };
  }
  return { trail: findTrail(tree, []) ?? [], missing: keys };
}

function editFor(
  text: string,
  trail: readonly Found[],
  chain: readonly string[],
  value: string,
): Edit | null {
  const last = trail.at(-1);
  if (last === undefined) return atEndOfFile(text, chain, value);
  const { node } = last;
  if (node.kind === 'scalar' && node.isNull && !standsInBrackets(text, trail))
    return intoEmpty(text, trail, chain, value);
  if (node.kind !== 'map') return null;
  return isInBrackets(text, node)
    ? intoBraces(text, node, chain, value)
    : intoLines(text, node, chain, value);
}

function atEndOfFile(text: string, chain: readonly string[], value: string): Edit {
  const ending = lineEnding(text);
  const before = text === '' || text.endsWith('\n') ? '' : ending;
  const insert = before + asLines(chain, value, 0).join(ending) + ending;
  return { from: text.length, to: text.length, insert };
}

/** A key with nothing behind its colon becomes a map. */
function intoEmpty(
  text: string,
  trail: readonly Found[],
  chain: readonly string[],
  value: string,
): Edit | null {
  const { node, entry, parent } = trail.at(-1) ?? {};
  if (!entry || node === undefined || parent === null) return null;
  const column = entry.keyPlace.from - lineStart(text, entry.keyPlace.from);
  const lines = asLines(chain, value, column + 2);
  const insert = lines.map((line) => lineEnding(text) + line).join('');
  if (node.place.from < node.place.to) return { from: node.place.from, to: node.place.to, insert };
  const end = lineEnd(text, entry.keyPlace.to);
  return { from: end, to: end, insert };
}

function intoLines(text: string, map: MapNode, chain: readonly string[], value: string): Edit {
  const [first] = map.entries;
  const start = first === undefined ? map.place.from : first.keyPlace.from;
  const column = start - lineStart(text, start);
  const ending = lineEnding(text);
  const lines = asLines(chain, value, column);
  const last = lastOffset(map);
  // Behind a block of literal text the next line has begun already.
  if (text[last - 1] === '\n')
    return { from: last, to: last, insert: lines.map((line) => line + ending).join('') };
  const end = lineEnd(text, last);
  return { from: end, to: end, insert: lines.map((line) => ending + line).join('') };
}

function intoBraces(text: string, map: MapNode, chain: readonly string[], value: string): Edit {
  const written = asBraces(chain, value);
  const last = map.entries.at(-1);
  if (last === undefined) return { from: map.place.from, to: map.place.to, insert: `{ ${written} }` };
  const end = endOfEntry(text, last);
  const comma = /^\s*,/.exec(text.slice(end, map.place.to));
  const at = end + (comma?.[0].length ?? 0);
  return { from: at, to: at, insert: comma === null ? `, ${written}` : ` ${written}` };
}

function asLines(chain: readonly string[], value: string, column: number): string[] {
  const lines = chain.map((key, i) => `${' '.repeat(column + 2 * i)}${quoteKey(key)}:`);
  const own = asYaml(value, false).split('\n');
  const last = lines.length - 1;
  if (own.length === 1) {
    lines[last] += own[0] === '' ? '' : ` ${own[0]}`;
    return lines;
  }
  const indent = ' '.repeat(column + 2 * chain.length);
  return [...lines, ...own.map((line) => (line === '' ? '' : indent + line))];
}

function asBraces(chain: readonly string[], value: string): string {
  const [key = '', ...rest] = chain;
  if (rest.length > 0) return `${quoteKey(key)}: { ${asBraces(rest, value)} }`;
  return `${quoteKey(key)}: ${asYaml(value, true)}`.trimEnd();
}

/** Leaves YAML as it is and quotes what is not. */
function asYaml(value: string, isInside: boolean): string {
  const isLines = value.includes('\n');
  const trial = isInside
    ? `{ k: ${value}, l: 1 }`
    : isLines
      ? `k:\n  ${value.replaceAll('\n', '\n  ')}\nl: 1\n`
      : `k: ${value}\nl: 1\n`;
  const { tree, problems } = parseText('', trial);
  const isYaml = problems.length === 0 && tree?.entries.length === 2 && !(isInside && isLines);
  return isYaml ? value.replace(/\s+$/, '') : quoteValue(value, isInside);
}

/** Where the last thing inside a node ends. */
function lastOffset(node: Node): number {
  if (node.kind === 'scalar') return node.place.to;
  if (node.kind === 'list') return Math.max(node.place.to, ...node.items.map(ownEnd(node)));
  return Math.max(...node.entries.map(({ keyPlace, value }) => Math.max(keyPlace.to, ownEnd(node)(value))));
}

/** References stand elsewhere; only what is inside the node counts. */
function ownEnd(parent: Node): (node: Node) => number {
  return (node) => (node.place.from >= parent.place.from ? lastOffset(node) : 0);
}

function reads(text: string, keys: readonly string[]): boolean {
  const { tree, problems } = parseText('', text);
  return tree !== null && problems.length === 0 && findTrail(tree, keys) !== null;
}
