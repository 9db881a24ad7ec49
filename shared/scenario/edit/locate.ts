import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import type { Found, TreePath } from '../text/find.ts';
import { findTrail } from '../text/find.ts';
import type { Entry, MapNode, Node } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import type { EditFault } from './text-edit.ts';
import { cannotEdit } from './text-edit.ts';

/** Reads a text to be edited; one with faults in its YAML cannot be edited safely. */
export function readForEdit(text: string): Outcome<MapNode | null, EditFault> {
  const { tree, problems } = parseText('', text);
  const error = problems.find((problem) => problem.severity === 'error' && problem.code !== 'empty-file');
  if (error === undefined) return ok(tree);
  return cannotEdit(
    'unreadable',
    `The text cannot be changed before line ${error.line} is mended: ${error.message}`,
  );
}

/** Finds a node with all that is around it, where it may be changed. */
export function locate(text: string, path: TreePath): Outcome<readonly Found[], EditFault> {
  const tree = readForEdit(text);
  if (!tree.ok) return tree;
  const trail = tree.value === null ? null : findTrail(tree.value, path);
  if (trail === null) return cannotEdit('not-found', `There is no "${pathText(path)}" in this file.`);
  return sharedAbove(trail) ? cannotEdit('shared', sharedMessage(path)) : ok(trail);
}

/** True where a node on the way stands elsewhere, behind a reference (`*name`). */
export function sharedAbove(trail: readonly Found[]): boolean {
  return trail.some(({ node, parent }) => {
    if (parent === null) return false;
    return node.place.from < parent.place.from || node.place.to > parent.place.to;
  });
}

/** The keys that lead along a trail, list items as `[2]`. */
export function keysAlong(trail: readonly Found[]): readonly string[] {
  return trail.slice(1).map(({ entry, node, parent }) => {
    if (entry !== null) return entry.key;
    return `[${(parent?.kind === 'list' ? parent.items.indexOf(node) : -1) + 1}]`;
  });
}

/** Where an entry ends: behind its value, or behind its colon where it has none. */
export function endOfEntry(text: string, { keyPlace, value }: Entry): number {
  if (value.place.from === value.place.to) {
    return keyPlace.to + (/^[ \t]*:/.exec(text.slice(keyPlace.to))?.[0].length ?? 0);
  }
  // A value shared by a reference stands elsewhere.
  return value.place.from < keyPlace.from ? keyPlace.to : value.place.to;
}

/** Says that a value is shared by a reference. */
export function sharedMessage(path: TreePath): string {
  return `"${pathText(path)}" is shared through a reference (*name); change it where it is marked (&name).`;
}

/** Spells a path for a message. */
export function pathText(path: TreePath): string {
  return typeof path === 'string' ? path : path.join('.');
}

/** True where a map or list is written with brackets. */
export function isInBrackets(text: string, node: Node): boolean {
  if (node.kind === 'scalar') return false;
  const first = text[node.place.from];
  return first === '{' || first === '[';
}

/** True where a value stands inside brackets somewhere above. */
export function standsInBrackets(text: string, trail: readonly Found[]): boolean {
  return trail.some(({ parent }) => parent !== null && isInBrackets(text, parent));
}
