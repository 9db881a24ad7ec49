import type { Problem } from '#shared/scenario/problem.ts';
import { faultText } from '../state/notices.ts';
import type { Run } from '../state/runs.ts';
import { useActiveDocument, useActiveRun } from '../state/use-stores.ts';
import { Icon } from '../ui/icon.tsx';

/** Says, only when it is so, that the figures belong to an earlier text, and why. */
export function RunState() {
  const run = useActiveRun();
  const problems = useActiveDocument()?.problems ?? [];
  const why = reason(run, problems);
  return (
    <p className="run-state" role="status">
      {why === null ? null : (
        <span className="tag tag-alarm" title={why}>
          <Icon name="warning" />
          {why}
        </span>
      )}
    </p>
  );
}

function reason(run: Run, problems: readonly Problem[]): string | null {
  if (!run.isOld) return null;
  const fault = run.fault && faultText(run.fault);
  if (fault) return run.result ? `Old figures: ${fault}` : fault;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const count = errors === 1 ? 'one error' : `${errors} errors`;
  return run.result ? `Old figures: the text has ${count}` : `No figures yet: the text has ${count}`;
}
