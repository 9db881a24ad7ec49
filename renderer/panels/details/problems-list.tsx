import type { Problem } from '#shared/scenario/problem.ts';
import { Icon } from '../../ui/icon.tsx';

interface ProblemsListProps {
  readonly problems: readonly Problem[];
  readonly onShow: (problem: Problem) => void;
}

/** Every fault and remark, in the order of the text; choosing one shows its place. */
export function ProblemsList({ problems, onShow }: ProblemsListProps) {
  if (problems.length === 0) return <p className="empty">No problems: every line reads as it should.</p>;
  const sorted = [...problems].sort((a, b) => a.from - b.from);
  return (
    <ul className="problems">
      {sorted.map((problem) => (
        <li key={`${problem.from}:${problem.code}:${problem.path}`}>
          <button
            type="button"
            className={`problem problem-${problem.severity}`}
            onClick={() => onShow(problem)}
          >
            <Icon name={problem.severity === 'error' ? 'close' : 'warning'} />
            <span className="problem-where">
              {problem.file ? `${problem.file} ` : ''}
              {problem.line}:{problem.column}
            </span>
            <span className="problem-message">
              <span className="unseen">{problem.severity}: </span>
              {problem.message}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
