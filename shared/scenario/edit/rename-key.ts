import { ok } from '#shared/base/outcome.ts';
import type { TreePath } from '../text/find.ts';
import { entryOf, findTrail } from '../text/find.ts';
import { parseText } from '../text/parse.ts';
import { keysAlong, locate, pathText } from './locate.ts';
import type { Mention } from './mentions.ts';
import { mentionsOf } from './mentions.ts';
import { quoteKey, quoteValue } from './quote.ts';
import type { Edit, EditOutcome } from './text-edit.ts';
import { applyEdits, cannotEdit } from './text-edit.ts';

/**
 * Renames a key and everything in the same text that refers to it: paths in correlations, measure ids in formulas and
 * conditions, generations in mixes and options, sources, assumptions. Files that build on this one are not looked at.
 */
export function renameKey(text: string, path: TreePath, newKey: string): EditOutcome {
  const located = locate(text, path);
  if (!located.ok) return located;
  const trail = located.value;
  const last = trail.at(-1);
  const top = trail[0]?.node;
  if (!last?.entry || last.parent?.kind !== 'map' || top?.kind !== 'map') {
    return cannotEdit('not-found', `"${pathText(path)}" is no entry of a map.`);
  }
  if (newKey.trim() === '' || newKey !== newKey.trim() || newKey.includes('\n')) {
    return cannotEdit('not-writable', 'A name cannot be empty, span lines, or begin or end with a blank.');
  }
  if (entryOf(last.parent, newKey) !== undefined) {
    return cannotEdit('exists', `"${newKey}" is in use already beside "${last.entry.key}".`);
  }
  const oldKeys = keysAlong(trail);
  const mentions = mentionsOf(text, top, oldKeys, newKey);
  const { from, to } = last.entry.keyPlace;
  const result = applyEdits(text, [{ from, to, insert: quoteKey(newKey) }, ...mentions.map(toEdit)]);
  const { tree, problems } = parseText('', result.text);
  const newKeys = [...oldKeys.slice(0, -1), newKey];
  const isRenamed = tree !== null && problems.length === 0 && findTrail(tree, newKeys) !== null;
  return isRenamed ? ok(result) : cannotEdit('not-writable', `"${newKey}" cannot be written as a name here.`);
}

function toEdit({ from, to, written, kind, isInBrackets }: Mention): Edit {
  const insert =
    kind === 'key' ? quoteKey(written) : kind === 'value' ? quoteValue(written, isInBrackets) : written;
  return { from, to, insert };
}
