import { entryOf } from '../text/find.ts';
import type { MapNode, Node, ScalarNode } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import { idsNamed } from './file-name.ts';

/** The files a text builds on, as written. */
export interface References {
  readonly base: ScalarNode | null;
  readonly catalogues: readonly ScalarNode[];
  /** A file of separated values that holds the observations. */
  readonly observations: ScalarNode | null;
}

/** Finds what `extends`, `use` and `actuals` of a tree name; anything else than names is left to the field checks. */
export function referencesOf(tree: MapNode): References {
  const base = entryOf(tree, 'extends')?.value;
  const use = entryOf(tree, 'use')?.value;
  const observations = entryOf(tree, 'actuals')?.value;
  return {
    base: base !== undefined && isName(base) ? base : null,
    catalogues: (use === undefined ? [] : use.kind === 'list' ? use.items : [use]).filter(isName),
    observations: observations !== undefined && isName(observations) ? observations : null,
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
  const { base, catalogues, observations } = referencesOf(tree);
  const names = base === null ? catalogues : [base, ...catalogues];
  const others = observations === null ? [] : candidates(observations, id, '.csv');
  return [...new Set([...names.flatMap((name) => candidates(name, id)), ...others])];
}

function candidates(name: ScalarNode, by: string, ending: '.yaml' | '.csv' = '.yaml'): readonly string[] {
  const ids = idsNamed(name.text.trim(), by, ending);
  return ids.ok ? ids.value : [];
}

function isName(node: Node): node is ScalarNode {
  return node.kind === 'scalar' && !node.isNull && node.text.trim() !== '';
}
