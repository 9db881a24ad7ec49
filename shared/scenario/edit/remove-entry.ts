import { ok } from '#shared/base/outcome.ts';
import type { Found, TreePath } from '../text/find.ts';
import type { Entry, MapNode } from '../text/node.ts';
import { endOfEntry, isInBrackets, keysAlong, locate, pathText } from './locate.ts';
import type { Edit, EditOutcome } from './text-edit.ts';
import { applyEdits, cannotEdit, lineEnd, lineStart } from './text-edit.ts';
import { differsOnlyAt } from './verify.ts';

/**
 * Removes the entry at a path with its whole line or lines. A map that becomes empty by it is removed as well, because a
 * key with nothing behind it would remove what is inherited.
 */
export function removeEntry(text: string, path: TreePath): EditOutcome {
  const located = locate(text, path);
  if (!located.ok) return located;
  const trail = withoutEmptied(located.value);
  const last = trail.at(-1);
  if (!last?.entry || last.parent?.kind !== 'map') {
    return cannotEdit('not-found', `"${pathText(path)}" is no entry of a map.`);
  }
  const edit = isInBrackets(text, last.parent)
    ? fromBraces(text, last.parent, last.entry)
    : fromLines(text, last.parent, last.entry);
  const result = applyEdits(text, [edit]);
  const [top] = trail;
  const isAlone = top?.node.kind === 'map' && differsOnlyAt(top.node, result.text, keysAlong(trail));
  return isAlone || (trail.length === 2 && last.parent.entries.length === 1)
    ? ok(result)
    : cannotEdit('not-writable', `"${pathText(path)}" cannot be removed without changing what is around it.`);
}

/** Goes up while the entry is the only one of its map. */
function withoutEmptied(trail: readonly Found[]): readonly Found[] {
  const last = trail.at(-1);
  const above = trail.at(-2);
  const isOnly = last?.parent?.kind === 'map' && last.parent.entries.length === 1;
  return isOnly && above?.entry ? withoutEmptied(trail.slice(0, -1)) : trail;
}

function fromBraces(text: string, map: MapNode, entry: Entry): Edit {
  const at = map.entries.indexOf(entry);
  const next = map.entries[at + 1];
  const previous = map.entries[at - 1];
  if (next !== undefined) return { from: entry.keyPlace.from, to: next.keyPlace.from, insert: '' };
  if (previous !== undefined)
    return { from: endOfEntry(text, previous), to: endOfEntry(text, entry), insert: '' };
  const { from, to } = map.place;
  return { from, to, insert: text.slice(from, to).replace(/^\{[\s\S]*\}$/, '{}') };
}

function fromLines(text: string, map: MapNode, entry: Entry): Edit {
  const at = map.entries.indexOf(entry);
  const next = map.entries[at + 1];
  const start = lineStart(text, entry.keyPlace.from);
  const end = endOfEntry(text, entry);
  // Behind a block of literal text the next line has begun already.
  const behind = text[end - 1] === '\n' ? end : afterLine(text, lineEnd(text, end));
  const isOwnLine = text.slice(start, entry.keyPlace.from).trim() === '';
  if (isOwnLine) return { from: start, to: behind, insert: '' };
  // The first key of a list item shares its line with the dash, which stays for the next key.
  if (next !== undefined) return { from: entry.keyPlace.from, to: next.keyPlace.from, insert: '' };
  return { from: entry.keyPlace.from, to: end, insert: '{}' };
}

function afterLine(text: string, end: number): number {
  return text[end] === '\r' ? end + 2 : Math.min(text.length, end + 1);
}
