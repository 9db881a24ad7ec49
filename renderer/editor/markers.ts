import type { Problem } from '#shared/scenario/problem.ts';
import { monaco } from './monaco.ts';

const owner = 'offtake';

/** Underlines the faults of the text itself; those of a base or a used file are in the problems list only. */
export function showMarkers(model: monaco.editor.ITextModel, problems: readonly Problem[]): void {
  const markers = problems
    .filter((problem) => problem.file === undefined)
    .map((problem): monaco.editor.IMarkerData => {
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
