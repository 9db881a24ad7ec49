import { memo } from 'react';
import type { Period } from '#shared/view/timeline.ts';
import { useLayout, useStores } from '../state/use-stores.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { RunState } from './run-state.tsx';

const periods: readonly { value: Period; label: string }[] = [
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
];
const sums = [
  { value: 'cumulative', label: 'Cumulative' },
  { value: 'period', label: 'Per period' },
] as const;

/** What is above the figures: whether they are those of the text, and how they are shown. Not rendered with every edit, as they are. */
export const ResultsBar = memo(function ResultsBar() {
  const { layout } = useStores();
  const period = useLayout((state) => state.period);
  const isCumulative = useLayout((state) => state.isCumulative);
  const isZoomed = useLayout((state) => state.zoom !== null);
  return (
    <header className="panel-bar results-bar">
      <h2>Results</h2>
      <RunState />
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
  );
});
