import { monaco } from '../monaco.ts';
import type { Span } from './questions.ts';

/** Turns offsets into the range Monaco speaks of. An answer may come after its text was closed, where no places are and nobody looks. */
export function rangeOf(model: monaco.editor.ITextModel, { from, to }: Span): monaco.Range {
  if (model.isDisposed()) return new monaco.Range(1, 1, 1, 1);
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

/** Turns splices into the edits of a code action or a rename; none where the text was closed meanwhile. */
export function workspaceEdits(
  model: monaco.editor.ITextModel,
  edits: readonly (Span & { readonly insert: string })[],
): monaco.languages.WorkspaceEdit {
  if (model.isDisposed()) return { edits: [] };
  return {
    edits: edits.map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: rangeOf(model, edit), text: edit.insert },
    })),
  };
}
