import { memo, useId, useRef } from 'react';
import type { ChartView } from '#shared/view/chart.ts';
import type { KeptRanges } from '../charts/chart.tsx';
import { useInSight } from '../ui/use-in-sight.ts';
import { ChartCardBody } from './chart-card-body.tsx';

interface ChartCardProps {
  readonly view: ChartView;
  readonly isOld: boolean;
  readonly awaitsBands: boolean;
  readonly theme: string;
  readonly ranges: KeptRanges;
  readonly onPick: (chart: ChartView, month: number) => void;
}

/** One chart. What nobody can see is held back from it: it gets the newest when it comes into sight. */
export const ChartCard = memo(function ChartCard(props: ChartCardProps) {
  const { view, isOld, awaitsBands, theme, ranges, onPick } = props;
  const [card, isInSight] = useInSight<HTMLElement>();
  const shown = useRef({ view, awaitsBands });
  if (isInSight) shown.current = { view, awaitsBands };
  const isSeen = useRef(false);
  if (isInSight) isSeen.current = true;
  const headingId = useId();
  return (
    <section
      ref={card}
      className={isOld ? 'card card-old' : 'card'}
      aria-labelledby={headingId}
      data-chart={view.id}
      data-old={isOld}
    >
      <ChartCardBody
        view={shown.current.view}
        isOld={isOld}
        awaitsBands={shown.current.awaitsBands}
        isSeen={isSeen.current}
        headingId={headingId}
        card={card}
        theme={theme}
        ranges={ranges}
        onPick={onPick}
      />
    </section>
  );
});
