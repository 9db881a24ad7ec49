import type { About } from '#shared/view/analysis/about.ts';
import { unitFor } from '#shared/view/analysis/about.ts';
import type { SeekResult } from '#shared/view/analysis/answers.ts';
import { inputTicks } from './input-ticks.ts';
import { linePath, PlotFrame } from './plot-frame.tsx';
import { valueAxis } from './value-ticks.ts';

interface TriedPictureProps {
  readonly about: About;
  readonly result: SeekResult;
  readonly target: number;
}

/** The measure over the range searched, with the target and the values found. */
export function TriedPicture({ about, result, target }: TriedPictureProps) {
  const { tried, low, high, input, solutions } = result;
  const unit = unitFor(about, [...tried.figures, target]);
  const axis = valueAxis(
    [...tried.figures, target].map((figure) => figure * unit.factor),
    unit.label,
  );
  const goal = target * unit.factor;
  return (
    <PlotFrame
      label={`The measure in ${unit.label} over the range searched`}
      x={[low, high]}
      y={axis.range}
      xTicks={() => inputTicks(low, high, input, about.start)}
      yTicks={axis.ticks}
      right={40}
    >
      {({ x, y }) => (
        <>
          <line className="small-mark" x1={x(low)} x2={x(high)} y1={y(goal)} y2={y(goal)} />
          <path
            className="tried-line"
            d={linePath(
              Array.from(tried.values, (value, at) => {
                return [x(value), y((tried.figures[at] ?? Number.NaN) * unit.factor)] as const;
              }),
            )}
          />
          {solutions.map(({ value }) => (
            <circle key={value} className="tried-solution" cx={x(value)} cy={y(goal)} r={4} />
          ))}
        </>
      )}
    </PlotFrame>
  );
}
