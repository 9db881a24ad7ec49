import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Chart, ChartProps } from '../charts/chart.tsx';
import { createTurns } from '../ui/turns.ts';
import { whenPainted } from '../ui/when-painted.ts';

let code: typeof Chart | null = null;
let isFetching = false;
const listeners = new Set<() => void>();
const takeTurn = createTurns(whenPainted);

/** Starts fetching the code that draws charts; later calls do nothing. */
export function fetchChart(): void {
  if (isFetching) return;
  isFetching = true;
  void import('../charts/chart.tsx').then((module) => {
    code = module.Chart;
    for (const tell of listeners) tell();
  });
}

function whenFetched(tell: () => void): () => void {
  fetchChart();
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/**
 * A chart whose code arrives with the first use. Not through Suspense, which holds back what comes late by 300 ms so that nothing
 * flickers: here a frame of the same size stands in the place from the beginning. The first drawings take turns, a frame each, so
 * that the first is not kept waiting for the last.
 */
export function LazyChart(props: ChartProps) {
  const Drawing = useSyncExternalStore(whenFetched, () => code);
  const [isItsTurn, setItsTurn] = useState(false);
  const isFetched = Drawing !== null;
  useLayoutEffect(() => (isFetched ? takeTurn(() => setItsTurn(true)) : undefined), [isFetched]);
  return Drawing && isItsTurn ? <Drawing {...props} /> : <div className="chart-plot" aria-hidden="true" />;
}
