import type { Outcome } from '#shared/base/outcome.ts';
import { insertEntry } from '../edit/insert-entry.ts';
import { removeEntry } from '../edit/remove-entry.ts';
import type { Edit, EditedText, EditFault } from '../edit/text-edit.ts';
import type { Problem } from '../problem.ts';

/** A way to mend a problem with one click. */
export interface QuickFix {
  readonly title: string;
  /** Splices of the text itself. */
  readonly edits: readonly Edit[];
  /** True for the fix that is most likely meant. */
  readonly isPreferred: boolean;
}

/** Codes of problems that removing the entry mends. */
const removable: ReadonlySet<string> = new Set([
  'unknown-key',
  'dead-override',
  'removes-nothing',
  'empty-section',
  'unused-assumption',
  'no-effect',
  'duplicate-key',
  'bad-correlation',
  'idle-correlation',
]);

/** Lists the ways to mend a problem of a text; none for problems of other files. */
export function quickFixes(text: string, problem: Problem): readonly QuickFix[] {
  if (problem.file !== undefined) return [];
  const fixes: QuickFix[] = [];
  if (problem.fix) {
    const { title, replacement } = problem.fix;
    fixes.push({
      title,
      edits: [{ from: problem.from, to: problem.to, insert: replacement }],
      isPreferred: true,
    });
  }
  const key = problem.path.slice(problem.path.lastIndexOf('.') + 1);
  if (problem.code === 'missing-field' && problem.expected !== undefined) {
    const parent = problem.path.slice(0, Math.max(0, problem.path.lastIndexOf('.')));
    const title = `Add ${key}: ${problem.expected}`;
    fixes.push(...fixOf(title, insertEntry(text, parent, key, problem.expected), true));
  }
  if (removable.has(problem.code)) {
    fixes.push(...fixOf(`Remove "${key}"`, removeEntry(text, problem.path), problem.fix === undefined));
  }
  return fixes;
}

function fixOf(
  title: string,
  outcome: Outcome<EditedText, EditFault>,
  isPreferred: boolean,
): readonly QuickFix[] {
  return outcome.ok ? [{ title, edits: outcome.value.edits, isPreferred }] : [];
}
