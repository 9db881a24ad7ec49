import type { ExplainedBy } from '../../state/comparison/comparison-state.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { BeliefsView } from './beliefs-view.tsx';
import { BridgeView } from './bridge-view.tsx';
import { ChartsView } from './charts-view.tsx';
import { CompareBar } from './compare-bar.tsx';
import { DifferenceView } from './difference-view.tsx';
import { InputsView } from './inputs-view.tsx';
import { MilestonesView } from './milestones-view.tsx';
import { OutcomesView } from './outcomes-view.tsx';
import { TextsView } from './texts-view.tsx';

const explanations: readonly { readonly value: ExplainedBy; readonly label: string }[] = [
  { value: 'bridge', label: 'Bridge' },
  { value: 'difference', label: 'Distribution' },
  { value: 'beliefs', label: 'Beliefs & decisions' },
  { value: 'milestones', label: 'Milestones' },
];

const layouts = [
  { value: 'overlay', label: 'Overlay' },
  { value: 'multiples', label: 'Small multiples' },
  { value: 'inputs', label: 'Inputs' },
  { value: 'editors', label: 'Texts' },
] as const;

/** Scenarios side by side: what comes out of each, what went into each, and how one leads to the other. */
export function ComparePanel({ theme }: { readonly theme: string }) {
  const { choose } = useComparisonActions();
  const layout = useComparison((state) => state.layout);
  const explainedBy = useComparison((state) => state.explainedBy);
  const count = useComparison((state) => state.ticked.length);
  return (
    <section className="panel compare" aria-label="Comparison">
      <CompareBar />
      {count < 2 ? (
        <p className="empty">
          Tick two to six scenarios in the library. The first one ticked is the base; the others are measured
          against it on the same draws.
        </p>
      ) : (
        <div className="compare-body">
          <OutcomesView />
          <div className={layout === 'editors' ? 'compare-halves compare-whole' : 'compare-halves'}>
            <div className="compare-half">
              <div className="compare-switch">
                <Segmented
                  label="Shown on the left"
                  segments={layouts}
                  value={layout}
                  onChange={(value) => choose({ layout: value })}
                />
              </div>
              {layout === 'inputs' ? (
                <InputsView />
              ) : layout === 'editors' ? (
                <TextsView theme={theme} />
              ) : (
                <ChartsView theme={theme} isOverlay={layout === 'overlay'} />
              )}
            </div>
            {layout === 'editors' ? null : (
              <div className="compare-half">
                <div className="compare-switch">
                  <Segmented
                    label="Explained by"
                    segments={explanations}
                    value={explainedBy}
                    onChange={(value) => choose({ explainedBy: value })}
                  />
                </div>
                {explainedBy === 'bridge' ? <BridgeView /> : null}
                {explainedBy === 'difference' ? <DifferenceView /> : null}
                {explainedBy === 'beliefs' ? <BeliefsView theme={theme} /> : null}
                {explainedBy === 'milestones' ? <MilestonesView /> : null}
              </div>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
