import { type EditHistory, type EditStep, earliestText } from '#shared/base/edit-history.ts';
import { monaco } from './monaco.ts';
import { recordUndo, type UndoRecorder } from './undo-recorder.ts';

type Model = monaco.editor.ITextModel;

/** Where what can be taken back outlives the editor. */
export interface UndoMemory {
  /** Gives the history that a text is taken up with. */
  recall(id: string, text: string): EditHistory | null;
  /** Whether another history than the one that was recalled last goes with the text now. */
  isStale(id: string): boolean;
  /** Hears of every change; the history is only asked for when it is to be kept. */
  note(id: string, history: () => EditHistory): void;
}

/**
 * Makes a model whose undo goes back beyond its making: the earliest text, over which all known steps are done once more and
 * those that had been taken back are taken back again. Where that does not lead to the text, as from a damaged history, the
 * model begins with the text and nothing to take back.
 */
export function modelWithUndo(
  uri: monaco.Uri,
  text: string,
  known: EditHistory | null,
): { readonly model: Model; readonly recorder: UndoRecorder } {
  const model = known === null ? plainModel(uri, text) : plainModel(uri, earliestText(known));
  if (known === null) return { model, recorder: recorderAt(model) };
  const states = [
    model.getAlternativeVersionId(),
    ...redone(model, known.past),
    ...redone(model, known.future),
  ];
  for (
    let left = known.future.length;
    left > 0 && model.getAlternativeVersionId() !== states[known.past.length];
    left -= 1
  )
    void model.undo();
  if (model.getValue() === text) return { model, recorder: recordUndo(known, states, Date.now) };
  model.dispose();
  return modelWithUndo(uri, text, null);
}

/** Begins to record a model of which nothing is known but its text. */
export function recorderAt(model: Model): UndoRecorder {
  const text = model.getValue();
  return recordUndo({ text, past: [], future: [] }, [model.getAlternativeVersionId()], Date.now);
}

function plainModel(uri: monaco.Uri, text: string): Model {
  const model = monaco.editor.createModel(text, 'yaml', uri);
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    // Looked for anew in all lines in sight with every letter, and a scenario hardly nests them.
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  return model;
}

/** Does steps on a model as they were done once, and gives the state after each. */
function redone(model: Model, steps: readonly EditStep[]): number[] {
  model.pushStackElement();
  const states = steps.map((step, at) => {
    if (at > 0 && !step.continues) model.pushStackElement();
    const { from, removed, inserted } = step;
    const [start, end] = [model.getPositionAt(from), model.getPositionAt(from + removed.length)];
    const range = monaco.Range.fromPositions(start, end);
    const before = monaco.Selection.fromPositions(start, end);
    model.pushEditOperations([before], [{ range, text: inserted }], () => {
      const after = model.getPositionAt(from + inserted.length);
      return [monaco.Selection.fromPositions(after, after)];
    });
    return model.getAlternativeVersionId();
  });
  model.pushStackElement();
  return states;
}
