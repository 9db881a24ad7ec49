import { memo, useMemo } from 'react';
import type { ChartView } from '#shared/view/chart.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import { useRested } from '../ui/use-rested.ts';

/** What a chart says to whoever cannot see it. */
export const SpokenChart = memo(function SpokenChart({ view }: { readonly view: ChartView }) {
  const rested = useRested(view);
  return <p className="unseen">{useMemo(() => spokenSummary(rested), [rested])}</p>;
});
