import type { monaco } from './monaco.ts';

/** Where texts were left; an editor is made anew whenever the window comes back from a comparison. */
const places = new WeakMap<monaco.editor.ITextModel, monaco.editor.ICodeEditorViewState>();

/** Notes where the cursor and the lines in sight of an editor are. */
export function keepPlace(editor: monaco.editor.ICodeEditor): void {
  const model = editor.getModel();
  const place = editor.saveViewState();
  if (model !== null && place !== null) places.set(model, place);
}

/** Goes back to where the text of an editor was left; a text that was not seen before stands at its beginning. */
export function restorePlace(editor: monaco.editor.ICodeEditor): void {
  const model = editor.getModel();
  const place = model === null ? undefined : places.get(model);
  if (place !== undefined) editor.restoreViewState(place);
}
