import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { ProbabilityByMonth } from '#shared/engine/summary/probability.ts';
import { formatShare } from '#shared/view/format.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { linePath, PlotFrame, type PlotScales } from './plot-frame.tsx';

interface ProbabilityPictureProps {
  readonly probability: ProbabilityByMonth;
  readonly start: YearMonth;
  readonly month: number;
}

const shares = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: formatShare(at) }));

/** How likely a condition is: in each month, and by each month. */
export function ProbabilityPicture({ probability, start, month }: ProbabilityPictureProps) {
  const months = probability.at.length;
  const line = (values: Float64Array, { x, y }: PlotScales): string =>
    linePath(Array.from(values, (value, at) => [x(at + 1), y(value)] as const));
  return (
    <PlotFrame
      label="Probability of the condition by month"
      x={[0, months]}
      y={[0, 1]}
      xTicks={(width) =>
        timeTicks(start, [0, months], width).map((tick) => ({ at: tick.month, label: tick.label }))
      }
      yTicks={shares}
    >
      {(scales) => (
        <>
          <line
            className="small-cursor"
            x1={scales.x(month + 1)}
            x2={scales.x(month + 1)}
            y1={scales.y(0)}
            y2={scales.y(1)}
          />
          <path className="probability-by" d={line(probability.by, scales)} />
          <path className="probability-at" d={line(probability.at, scales)} />
        </>
      )}
    </PlotFrame>
  );
}
