import { ok } from '#shared/base/outcome.ts';
import { comparisonSuffix } from '../comparison-file/comparison-file.ts';
import { idsNamed } from '../layers/file-name.ts';
import { entryOf } from '../text/find.ts';
import type { MapNode } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import { setScalar } from './set-scalar.ts';
import type { Edit, EditOutcome } from './text-edit.ts';
import { applyEdits, cannotEdit } from './text-edit.ts';

/** A file of the library that gets another id. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** A name of a file as it stands in a text. */
interface Name {
  readonly path: readonly string[];
  readonly text: string;
  /** The ids it may mean when it stands in a file, the likeliest first. */
  readonly candidates: (by: string, name: string) => readonly string[];
}

/** Tells every id that the names of files in a text may mean. */
export function namedIds(id: string, text: string): readonly string[] {
  const { tree } = parseText(id, text);
  const names = tree === null ? [] : namesIn(id, tree);
  return [...new Set(names.flatMap((name) => name.candidates(id, name.text)))];
}

/**
 * Rewrites the names of files in a text after a file was renamed, or the file itself moved to another folder, so that
 * each means the file it meant before. Nothing else changes; a name that led nowhere before stays as it is.
 */
export function followRename(
  file: { readonly id: string; readonly text: string },
  renaming: FileRename,
  isThere: (id: string) => boolean,
): EditOutcome {
  const { from, to } = renaming;
  const newId = file.id === from ? to : file.id;
  const isThereThen = (id: string): boolean => id === to || (id !== from && isThere(id));
  const { tree } = parseText(file.id, file.text);
  const edits: Edit[] = [];
  for (const { path, text: written, candidates } of tree === null ? [] : namesIn(file.id, tree)) {
    const meant = candidates(file.id, written).find(isThere);
    if (meant === undefined) continue;
    const wanted = meant === from ? to : meant;
    const means = (name: string): boolean => candidates(newId, name).find(isThereThen) === wanted;
    if (means(written)) continue;
    const folder = newId.slice(0, newId.lastIndexOf('/') + 1);
    const name = [wanted.startsWith(folder) ? wanted.slice(folder.length) : wanted, wanted].find(means);
    if (name === undefined) {
      return cannotEdit('not-writable', `From ${newId} no name leads to ${wanted}: another file is nearer.`);
    }
    const edited = setScalar(file.text, path, name);
    if (!edited.ok) return edited;
    edits.push(...edited.value.edits);
  }
  return ok(applyEdits(file.text, edits));
}

function namesIn(id: string, tree: MapNode): readonly Name[] {
  if (id.endsWith(comparisonSuffix)) {
    const exactly = (_by: string, name: string): readonly string[] => [name];
    return [...textsAt(tree, 'scenarios', exactly), ...textsAt(tree, 'base', exactly)];
  }
  return [
    ...textsAt(tree, 'extends', (by, name) => idsOf(by, name, '.yaml')),
    ...textsAt(tree, 'use', (by, name) => idsOf(by, name, '.yaml')),
    ...textsAt(tree, 'actuals', (by, name) => idsOf(by, name, '.csv')),
  ];
}

/** The text at a key, or the texts of the list there. */
function textsAt(tree: MapNode, key: string, candidates: Name['candidates']): readonly Name[] {
  const node = entryOf(tree, key)?.value;
  const items = node === undefined ? [] : node.kind === 'list' ? node.items : [node];
  return items.flatMap((item, at) => {
    if (item.kind !== 'scalar' || item.isNull || item.text.trim() === '') return [];
    const path = node?.kind === 'list' ? [key, `[${at + 1}]`] : [key];
    return [{ path, text: item.text.trim(), candidates }];
  });
}

function idsOf(by: string, name: string, ending: '.yaml' | '.csv'): readonly string[] {
  const ids = idsNamed(name, by, ending);
  return ids.ok ? ids.value : [];
}
