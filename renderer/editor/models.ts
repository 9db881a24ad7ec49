import { smallestReplacement } from '#shared/base/replacement.ts';
import { monaco } from './monaco.ts';

/** A place in a document, as offsets into its text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Gives the model of a document, made with its first showing; undo and folds live as long as the model. */
export function modelOf(id: string, text: string): monaco.editor.ITextModel {
  const uri = uriOf(id);
  const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, 'yaml', uri);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  return model;
}

/** Gives the id of the document a model belongs to. */
export function idOf(model: monaco.editor.ITextModel): string {
  return model.uri.path.slice(1);
}

/** Brings a model to a text that changed elsewhere (a form, a file read again): one step of undo, or part of a longer one. */
export function syncModel(model: monaco.editor.ITextModel, text: string, isInGesture: boolean): void {
  const before = model.getValue();
  if (before === text) return;
  const { from, to, text: inserted } = smallestReplacement(before, text);
  const range = monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
  if (!isInGesture) model.pushStackElement();
  model.pushEditOperations([], [{ range, text: inserted }], () => null);
  if (!isInGesture) model.pushStackElement();
}

/** Lets go of the models of documents that are no longer open. */
export function keepModels(ids: readonly string[]): void {
  const kept = new Set(ids.map((id) => uriOf(id).toString()));
  for (const model of monaco.editor.getModels()) {
    if (model.uri.scheme === 'scenario' && !kept.has(model.uri.toString())) model.dispose();
  }
}

function uriOf(id: string): monaco.Uri {
  return monaco.Uri.from({ scheme: 'scenario', path: `/${id}` });
}
