import { useMemo } from 'react';
import { buildChart } from '#shared/view/catalogue.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { type HeadlineFigure, headline } from '#shared/view/headline.ts';
import { type Lens, lens } from '#shared/view/lens.ts';
import { useActiveRun, useLayout } from '../state/use-stores.ts';

export interface ShownResult {
  readonly lens: Lens | null;
  readonly figures: readonly HeadlineFigure[];
  readonly views: readonly ChartView[];
}

/** Works out what is shown from the last good answer; anew only when the answer or the wishes change. */
export function useChartViews(): ShownResult {
  const { result, fan, isFanOld, base } = useActiveRun();
  const { charts, own, period, isCumulative } = useLayout((state) => state);
  const projection = result?.projection ?? null;
  const observations = result?.observations;
  const shownFan = isFanOld ? null : fan;
  const view = useMemo(
    () => projection && lens(projection, shownFan, period, observations),
    [projection, shownFan, period, observations],
  );
  const baseView = useMemo(() => base && lens(base.projection, null, period), [base, period]);
  const figures = useMemo(() => (view ? headline(view, baseView) : []), [view, baseView]);
  const views = useMemo(
    () => (view ? charts.flatMap((id) => buildChart(view, id, { isCumulative }, own) ?? []) : []),
    [view, charts, own, isCumulative],
  );
  return { lens: view, figures, views };
}
