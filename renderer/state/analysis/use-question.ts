import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { About } from '#shared/view/analysis/about.ts';
import { usualMeasure } from '#shared/view/analysis/figure-in-doubt.ts';
import { useActiveRun, useStores } from '../use-stores.ts';

/** The figure an analysis is about: that which the user asked about last. */
export interface FigureInQuestion {
  readonly about: About;
  readonly month: number;
  readonly months: number;
  readonly measures: readonly MeasureInfo[];
  readonly choose: (measure: string, month: number | null) => void;
}

/** Finds the figure in question in the projection on screen; null while there is none. */
export function useFigureInQuestion(): FigureInQuestion | null {
  const { focus } = useStores();
  const { result } = useActiveRun();
  const figure = useStore(focus, (state) => state.figure);
  return useMemo(() => {
    if (result === null) return null;
    const { series, start, months } = result.projection;
    const measures = series.map(({ info }) => info);
    const wanted = figure?.measure ?? usualMeasure;
    const info = measures.find(({ id }) => id === wanted) ?? measures[0];
    if (info === undefined) return null;
    return {
      about: { info, start },
      month: Math.min(figure?.month ?? months - 1, months - 1),
      months,
      measures,
      choose: (measure, month) => focus.setState({ figure: { measure, month } }),
    };
  }, [result, figure, focus]);
}
