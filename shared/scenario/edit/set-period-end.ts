import { findNode } from '../text/find.ts';
import { parseText } from '../text/parse.ts';
import { setScalar } from './set-scalar.ts';
import type { EditOutcome } from './text-edit.ts';
import { cannotEdit } from './text-edit.ts';

/**
 * Writes one end of a period that stands in one text (`2029-01 to 2029-12`); `path` is that of the end, `….from` or
 * `….to`. The other end and what joins them stay as they are.
 */
export function setPeriodEnd(text: string, path: string, value: string): EditOutcome {
  const [, whole = '', end] = /^(.*)\.(from|to)$/.exec(path) ?? [];
  const { tree } = parseText('', text);
  const node = tree === null || end === undefined ? undefined : findNode(tree, whole)?.node;
  const parts = node?.kind === 'scalar' ? /^(\S+)(\s+to\s+)(\S+)$/.exec(node.text.trim()) : null;
  if (parts === null) return cannotEdit('not-found', `There is no "${path}" in this file.`);
  const [, from = '', joint = ' to ', to = ''] = parts;
  return setScalar(text, whole, end === 'from' ? `${value}${joint}${to}` : `${from}${joint}${value}`);
}
