import { monaco } from '../monaco.ts';
import type { Span } from './questions.ts';

/** Turns offsets into the range Monaco speaks of. */
export function rangeOf(model: monaco.editor.ITextModel, { from, to }: Span): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

/** Turns splices into the edits of a code action or a rename. */
export function workspaceEdits(
  model: monaco.editor.ITextModel,
  edits: readonly (Span & { readonly insert: string })[],
): monaco.languages.WorkspaceEdit {
  return {
    edits: edits.map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: rangeOf(model, edit), text: edit.insert },
    })),
  };
}
