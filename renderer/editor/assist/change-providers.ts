import { problemsOf } from '../markers.ts';
import { monaco } from '../monaco.ts';
import { sourceOf } from './model-source.ts';
import type { Ask } from './questions.ts';
import { rangeOf, workspaceEdits } from './ranges.ts';

/** Offers to mend the faults under the cursor. */
export function fixProvider(ask: Ask): monaco.languages.CodeActionProvider {
  return {
    async provideCodeActions(model, range, context) {
      const near = problemsOf(model).filter((problem) =>
        monaco.Range.areIntersectingOrTouching(rangeOf(model, problem), range),
      );
      const fixes = await ask('fixes', sourceOf(model), { problems: near });
      const actions = near.flatMap((problem, at) =>
        (fixes[at] ?? []).map((fix) => ({
          title: fix.title,
          kind: 'quickfix',
          isPreferred: fix.isPreferred,
          diagnostics: context.markers.filter((marker) => marker.message === problem.message),
          edit: workspaceEdits(model, fix.edits),
        })),
      );
      return { actions, dispose: () => undefined };
    },
  };
}

/** Renames a key and everything in the file that refers to it. */
export function renameProvider(ask: Ask): monaco.languages.RenameProvider {
  return {
    async resolveRenameLocation(model, position) {
      const found = await ask('renamable', sourceOf(model), { offset: model.getOffsetAt(position) });
      return found
        ? { range: rangeOf(model, found), text: found.name }
        : {
            range: new monaco.Range(
              position.lineNumber,
              position.column,
              position.lineNumber,
              position.column,
            ),
            text: '',
            rejectReason: 'Put the cursor on the key that is to be renamed.',
          };
    },
    async provideRenameEdits(model, position, name) {
      const outcome = await ask('rename', sourceOf(model), { offset: model.getOffsetAt(position), name });
      return outcome.ok
        ? workspaceEdits(model, outcome.value.edits)
        : { edits: [], rejectReason: outcome.error.message };
    },
  };
}

/** Tidies blanks and indentation; a text that cannot be tidied stays as it is, and the user is told why. */
export function formatProvider(
  ask: Ask,
  refuse: (why: string) => void,
): monaco.languages.DocumentFormattingEditProvider {
  return {
    displayName: 'Offtake',
    async provideDocumentFormattingEdits(model) {
      const outcome = await ask('format', sourceOf(model), {});
      if (!outcome.ok) {
        refuse(`Not formatted: ${outcome.error.message}`);
        return [];
      }
      return outcome.value.edits.map((edit) => ({ range: rangeOf(model, edit), text: edit.insert }));
    },
  };
}
