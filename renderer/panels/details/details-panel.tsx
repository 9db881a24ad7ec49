import { type KeyboardEvent, lazy, Suspense } from 'react';
import type { BottomTab } from '../../state/layout.ts';
import { useActiveDocument, useActiveRun, useLayout, useStores } from '../../state/use-stores.ts';
import { IconButton } from '../../ui/button.tsx';

const DetailsBody = lazy(async () => ({ default: (await import('./details-body.tsx')).DetailsBody }));

const tabs: readonly { readonly key: BottomTab; readonly label: string }[] = [
  { key: 'problems', label: 'Problems' },
  { key: 'table', label: 'Table' },
  { key: 'explain', label: 'Explain' },
  { key: 'sensitivity', label: 'Sensitivity' },
  { key: 'distribution', label: 'Distribution' },
  { key: 'actuals', label: 'Actuals' },
  { key: 'ledger', label: 'Ledger' },
  { key: 'sources', label: 'Sources' },
  { key: 'checks', label: 'Checks' },
];

/** The tabs under the three areas; closed, only their names are there. */
export function DetailsPanel() {
  const { layout } = useStores();
  const tab = useLayout((state) => state.bottom);
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[role=tab]')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (by !== undefined && at >= 0) buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  const toggle = (key: BottomTab) => layout.setState({ bottom: key === tab ? null : key });
  return (
    <section className="panel details" aria-label="Details">
      <div className="tabs">
        <div role="tablist" aria-label="Details" className="tab-list" onKeyDown={walk}>
          {tabs.map(({ key, label }) => (
            <button
              key={key}
              id={`tab-${key}`}
              type="button"
              role="tab"
              aria-selected={key === tab}
              aria-controls={key === tab ? 'details-body' : undefined}
              className="tab"
              onClick={() => toggle(key)}
            >
              {label}
              <TabCount tab={key} />
            </button>
          ))}
        </div>
        {tab === null ? null : (
          <IconButton
            icon="close"
            label="Close details"
            keys="Ctrl+J"
            onClick={() => layout.setState({ bottom: null })}
          />
        )}
      </div>
      {tab === null ? null : (
        <div id="details-body" role="tabpanel" aria-labelledby={`tab-${tab}`} className="details-body">
          <Suspense fallback={null}>
            <DetailsBody tab={tab} />
          </Suspense>
        </div>
      )}
    </section>
  );
}

/** How much there is to look at behind a tab. */
function TabCount({ tab }: { readonly tab: BottomTab }) {
  const problems = useActiveDocument()?.problems ?? [];
  const checks = useActiveRun().result?.projection.checks ?? [];
  if (tab === 'problems' && problems.length > 0) {
    const hasErrors = problems.some((problem) => problem.severity === 'error');
    return <span className={hasErrors ? 'count count-alarm' : 'count'}>{problems.length}</span>;
  }
  const broken = checks.filter((check) => !check.holds).length;
  return tab === 'checks' && broken > 0 ? <span className="count count-alarm">{broken}</span> : null;
}
