import type { Problem } from '#shared/scenario/problem.ts';
import { monaco } from './monaco.ts';

const owner = 'offtake';
const shown = new WeakMap<monaco.editor.ITextModel, readonly Problem[]>();

/** The faults that are underlined in a model. */
export function problemsOf(model: monaco.editor.ITextModel): readonly Problem[] {
  return shown.get(model) ?? [];
}

/** Underlines the faults of the text itself; those of a base or a used file are in the problems list only. */
export function showMarkers(model: monaco.editor.ITextModel, problems: readonly Problem[]): void {
  const own = problems.filter((problem) => problem.file === undefined);
  shown.set(model, own);
  const markers = own.map((problem): monaco.editor.IMarkerData => {
    const from = model.getPositionAt(problem.from);
    const to = model.getPositionAt(Math.max(problem.to, problem.from + 1));
    return {
      severity: severities[problem.severity],
      message: problem.message,
      code: problem.code,
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
  });
  monaco.editor.setModelMarkers(model, owner, markers);
}

const severities: Record<Problem['severity'], monaco.MarkerSeverity> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};
