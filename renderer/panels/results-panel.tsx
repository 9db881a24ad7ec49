import { useCallback, useRef } from 'react';
import type { ChartView } from '#shared/view/chart.ts';
import type { HeadlineFigure } from '#shared/view/headline.ts';
import { monthEndingAt, type Period } from '#shared/view/timeline.ts';
import type { KeptRanges } from '../charts/chart.tsx';
import { useActiveDocument, useActiveRun, useLayout, useStores } from '../state/use-stores.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ChartCard } from './chart-card.tsx';
import { HeadlineStrip } from './headline-strip.tsx';
import { RunState } from './run-state.tsx';
import { useChartViews } from './use-chart-views.ts';

const periods: readonly { value: Period; label: string }[] = [
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
];
const sums = [
  { value: 'cumulative', label: 'Cumulative' },
  { value: 'period', label: 'Per period' },
] as const;

/** The numbers of the scenario on screen: the strip of figures and the charts. */
export function ResultsPanel({ theme }: { readonly theme: string }) {
  const { layout, focus } = useStores();
  const run = useActiveRun();
  const document = useActiveDocument();
  const { figures, views } = useChartViews();
  const ranges = useRef<KeptRanges>(new Map()).current;
  const period = useLayout((state) => state.period);
  const isCumulative = useLayout((state) => state.isCumulative);
  const isZoomed = useLayout((state) => state.zoom !== null);
  const explain = useCallback(
    (measure: string, month: number | null) => {
      focus.setState({ figure: { measure, month } });
      layout.setState({ bottom: 'explain' });
    },
    [layout, focus],
  );
  const pickPoint = useCallback(
    (chart: ChartView, month: number) => {
      layout.setState({ tableChart: chart.id });
      const measure = chart.series.find((series) => series.kind === 'line') ?? chart.series[0];
      if (measure) explain(measure.id, monthEndingAt(month));
    },
    [layout, explain],
  );
  const pickFigure = useCallback((figure: HeadlineFigure) => explain(figure.measure, null), [explain]);

  return (
    <section className="panel results" aria-label="Results">
      <header className="panel-bar results-bar">
        <h2>Results</h2>
        <RunState run={run} problems={document?.problems ?? []} />
        <div className="panel-bar-end">
          <Button disabled={!isZoomed} onClick={() => layout.setState({ zoom: null })}>
            All years
          </Button>
          <Segmented
            label="Amounts"
            segments={sums}
            value={isCumulative ? 'cumulative' : 'period'}
            onChange={(value) => layout.setState({ isCumulative: value === 'cumulative' })}
          />
          <Segmented
            label="Period"
            segments={periods}
            value={period}
            onChange={(value) => layout.setState({ period: value })}
          />
        </div>
      </header>
      <div className="results-body">
        <HeadlineStrip figures={figures} onPick={pickFigure} />
        <div className="charts-room">
          <div className="charts" data-testid="charts" data-edit={run.edit}>
            {views.map((view) => (
              <ChartCard
                key={view.id}
                view={view}
                isOld={run.isOld}
                awaitsBands={run.isFanOld}
                theme={theme}
                ranges={ranges}
                onPick={pickPoint}
              />
            ))}
            {views.length === 0 ? <Placeholders /> : null}
          </div>
        </div>
      </div>
    </section>
  );
}

const places = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The frames of charts to come, so that nothing moves when they do. */
function Placeholders() {
  return places.map((place) => <div key={place} className="card" aria-hidden="true" />);
}
