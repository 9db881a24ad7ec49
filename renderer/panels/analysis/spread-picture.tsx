import type { About } from '#shared/view/analysis/about.ts';
import type { SweepResult, SweepSpread } from '#shared/view/analysis/answers.ts';
import type { SweepView } from '#shared/view/analysis/sweep.ts';
import { bandPath } from './band-path.ts';
import { inputTicks } from './input-ticks.ts';
import { linePath, PlotFrame } from './plot-frame.tsx';
import { valueAxis } from './value-ticks.ts';

interface SpreadPictureProps {
  readonly about: About;
  readonly result: SweepResult;
  readonly inDraws: SweepSpread;
  readonly view: SweepView;
}

/** The median of a measure over values of an input, with a band from its 10th to its 90th percentile around it. */
export function SpreadPicture({ about, result, inDraws, view }: SpreadPictureProps) {
  const { first, figures } = result;
  const { unit } = view;
  const { input, values } = first;
  const [low = 0, high = 1] = [values.at(0), values.at(-1)];
  const axis = valueAxis(
    [...inDraws.p10, ...figures, ...inDraws.p90].map((figure) => figure * unit.factor),
    unit.label,
  );
  return (
    <PlotFrame
      label={`The measure in ${unit.label} over values of the input: the median, and a band from P10 to P90`}
      x={[low, high]}
      y={axis.range}
      xTicks={() => inputTicks(low, high, input, about.start)}
      yTicks={axis.ticks}
      right={40}
    >
      {({ x, y }) => {
        const points = (column: Float64Array) =>
          Array.from(values, (value, at) => {
            return [x(value), y((column[at] ?? Number.NaN) * unit.factor)] as const;
          });
        return (
          <>
            <path className="spread-band" d={bandPath(points(inDraws.p10), points(inDraws.p90))} />
            <path className="tried-line" d={linePath(points(figures))} />
          </>
        );
      }}
    </PlotFrame>
  );
}
