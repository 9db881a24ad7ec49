import { useCallback, useRef } from 'react';
import type { ChartView } from '#shared/view/chart.ts';
import type { HeadlineFigure } from '#shared/view/headline.ts';
import { monthEndingAt } from '#shared/view/timeline.ts';
import type { KeptRanges } from '../charts/chart.tsx';
import { useActiveRun, useStores } from '../state/use-stores.ts';
import { ChartCard } from './chart-card.tsx';
import { HeadlineStrip } from './headline-strip.tsx';
import { ResultsBar } from './results-bar.tsx';
import { useChartViews } from './use-chart-views.ts';

/** The numbers of the scenario on screen: the strip of figures and the charts. */
export function ResultsPanel({ theme }: { readonly theme: string }) {
  const { layout, focus } = useStores();
  const run = useActiveRun();
  const { figures, views } = useChartViews();
  const ranges = useRef<KeptRanges>(new Map()).current;
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
      <ResultsBar />
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
