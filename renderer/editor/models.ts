import { smallestReplacement } from '#shared/base/replacement.ts';
import { modelWithUndo, recorderAt, type UndoMemory } from './model-with-undo.ts';
import { monaco } from './monaco.ts';
import type { UndoRecorder } from './undo-recorder.ts';

type Model = monaco.editor.ITextModel;

/** A place in a document, as offsets into its text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What is recorded of the models that can be edited. */
const recorders = new WeakMap<Model, UndoRecorder>();

/** Gives the model of a text that is only looked at; one that is being edited as it is there. */
export function modelOf(id: string, text: string): Model {
  const uri = uriOf(id);
  return monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, 'yaml', uri);
}

/** Gives the model of a document, made with its first showing; what can be taken back outlives it in the memory. */
export function documentModel(id: string, text: string, memory: UndoMemory): Model {
  const uri = uriOf(id);
  const there = monaco.editor.getModel(uri);
  if (there && recorders.has(there) && !memory.isStale(id)) return there;
  there?.dispose();
  const { model, recorder } = modelWithUndo(uri, text, memory.recall(id, text));
  follow(model, recorder, memory);
  return model;
}

/** Gives the id of the document a model belongs to. */
export function idOf(model: Model): string {
  return model.uri.path.slice(1);
}

/** Begins or ends a run of changes that are taken back together. */
export function holdTogether(model: Model, isBeginning: boolean): void {
  model.pushStackElement();
  if (isBeginning) recorders.get(model)?.open();
  else recorders.get(model)?.close();
}

/** Brings a model to a text that changed elsewhere (a form, a file read again): one step of undo, or part of a longer one. */
export function syncModel(model: Model, text: string, isInGesture: boolean): void {
  const before = model.getValue();
  if (before === text) return;
  const { from, to, text: inserted } = smallestReplacement(before, text);
  const range = monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
  if (!isInGesture) holdTogether(model, false);
  model.pushEditOperations([], [{ range, text: inserted }], () => null);
  if (!isInGesture) holdTogether(model, false);
}

/** Lets go of the models of documents that are no longer open. */
export function keepModels(ids: readonly string[]): void {
  const kept = new Set(ids.map((id) => uriOf(id).toString()));
  for (const model of monaco.editor.getModels()) {
    if (model.uri.scheme === 'scenario' && !kept.has(model.uri.toString())) model.dispose();
  }
}

function follow(model: Model, first: UndoRecorder, memory: UndoMemory): void {
  recorders.set(model, first);
  model.onDidChangeContent((change) => {
    // Another line end, or another text altogether, is no step of which anything could be told.
    if (change.isFlush || change.isEolChange) recorders.set(model, recorderAt(model));
    else recorders.get(model)?.note({ ...change, state: model.getAlternativeVersionId() });
    const recorder = recorders.get(model);
    if (recorder) memory.note(idOf(model), recorder.history);
  });
}

function uriOf(id: string): monaco.Uri {
  return monaco.Uri.from({ scheme: 'scenario', path: `/${id}` });
}
