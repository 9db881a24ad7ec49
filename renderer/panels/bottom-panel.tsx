import type { ReactNode } from 'react';
import type { Problem } from '#shared/scenario/problem.ts';
import type { BottomTab } from '../state/layout.ts';
import { useActiveDocument, useLayout, useStores } from '../state/use-stores.ts';
import { IconButton } from '../ui/button.tsx';
import { ChecksList } from './checks-list.tsx';
import { ProblemsList } from './problems-list.tsx';

/** The tabs under the three areas; closed, only their names are there. */
export function BottomPanel() {
  const { layout, editorLink, files } = useStores();
  const tab = useLayout((state) => state.bottom);
  const problems = useActiveDocument()?.problems ?? [];
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const showProblem = (problem: Problem) =>
    problem.file === undefined ? editorLink.reveal(problem) : void files.open(problem.file);
  const tabs: readonly { key: BottomTab; label: string; count: number; body: ReactNode }[] = [
    {
      key: 'problems',
      label: 'Problems',
      count: problems.length,
      body: <ProblemsList problems={problems} onShow={showProblem} />,
    },
    { key: 'checks', label: 'Checks', count: 0, body: <ChecksList /> },
  ];
  const shown = tabs.find((one) => one.key === tab);
  return (
    <section className="panel bottom" aria-label="Details">
      <div className="tabs" role="tablist" aria-label="Details">
        {tabs.map((one) => (
          <button
            key={one.key}
            id={`tab-${one.key}`}
            type="button"
            role="tab"
            aria-selected={one.key === tab}
            aria-controls={`tabpanel-${one.key}`}
            className="tab"
            onClick={() => layout.setState({ bottom: one.key === tab ? null : one.key })}
          >
            {one.label}
            {one.count > 0 ? (
              <span className={errors > 0 ? 'count count-alarm' : 'count'}>{one.count}</span>
            ) : null}
          </button>
        ))}
        {shown ? (
          <IconButton icon="close" label="Close details" onClick={() => layout.setState({ bottom: null })} />
        ) : null}
      </div>
      {shown ? (
        <div
          id={`tabpanel-${shown.key}`}
          role="tabpanel"
          aria-labelledby={`tab-${shown.key}`}
          className="bottom-body"
        >
          {shown.body}
        </div>
      ) : null}
    </section>
  );
}
