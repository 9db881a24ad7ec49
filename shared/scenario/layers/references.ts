import { entryOf } from '../text/find.ts';
import type { MapNode, Node, ScalarNode } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import { idsNamed } from './file-name.ts';

/** The files a text builds on, as written. */
export interface References {
  readonly base: ScalarNode | null;
  readonly catalogues: readonly ScalarNode[];
}

/** Finds what `extends` and `use` of a tree name; anything else than names is left to the field checks. */
export function referencesOf(tree: MapNode): References {
  const base = entryOf(tree, 'extends')?.value;
  const use = entryOf(tree, 'use')?.value;
  return {
    base: base !== undefined && isName(base) ? base : null,
    catalogues: (use === undefined ? [] : use.kind === 'list' ? use.items : [use]).filter(isName),
  };
}

/** Tells the ids of the file a text extends, the likeliest first; empty where it extends none. */
export function baseIds(id: string, text: string): readonly string[] {
  const { tree } = parseText(id, text);
  const base = tree === null ? null : referencesOf(tree).base;
  return base === null ? [] : candidates(base, id);
}

/**
 * Tells the ids of every file a text extends or uses itself, so that whoever keeps the files can fetch them, and then
 * ask again for theirs. Where a name may mean two ids both are listed; one that does not exist is simply left out.
 */
export function companionIds(id: string, text: string): readonly string[] {
  const { tree } = parseText(id, text);
  if (tree === null) return [];
  const { base, catalogues } = referencesOf(tree);
  const names = base === null ? catalogues : [base, ...catalogues];
  return [...new Set(names.flatMap((name) => candidates(name, id)))];
}

function candidates(name: ScalarNode, by: string): readonly string[] {
  const ids = idsNamed(name.text.trim(), by);
  return ids.ok ? ids.value : [];
}

function isName(node: Node): node is ScalarNode {
  return node.kind === 'scalar' && !node.isNull && node.text.trim() !== '';
}
