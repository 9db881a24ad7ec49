import type { ScenarioSource } from '#shared/scenario/source.ts';
import { idOf, modelOf } from '../models.ts';
import type { monaco } from '../monaco.ts';

const companions = new Map<string, Readonly<Record<string, string>>>();

/** Remembers the files a document builds on, for questions about it. */
export function noteCompanions(id: string, files: Readonly<Record<string, string>>): void {
  companions.set(id, files);
}

/** The scenario in a model, as a question about it needs it. */
export function sourceOf(model: monaco.editor.ITextModel): ScenarioSource {
  const id = idOf(model);
  return { id, text: model.getValue(), files: companions.get(id) ?? {} };
}

/** The model of a file that a document builds on, or of the document itself. */
export function modelNear(model: monaco.editor.ITextModel, file: string): monaco.editor.ITextModel | null {
  const { id, files } = sourceOf(model);
  if (file === id) return model;
  const text = files[file];
  return text === undefined ? null : modelOf(file, text);
}
