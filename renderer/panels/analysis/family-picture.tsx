import type { About } from '#shared/view/analysis/about.ts';
import type { SweepResult } from '#shared/view/analysis/answers.ts';
import type { SweepView } from '#shared/view/analysis/sweep.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { linePath, PlotFrame } from './plot-frame.tsx';
import { valueAxis } from './value-ticks.ts';

interface FamilyPictureProps {
  readonly about: About;
  readonly result: SweepResult;
  readonly view: SweepView;
}

/** Labels closer together than this would overlap. */
const labelHeight = 13;

/** One line over time for each value of an input, named at its end where there is room. */
export function FamilyPicture({ about, result, view }: FamilyPictureProps) {
  const { paths, months, at } = result;
  const { unit, rows } = view;
  const axis = valueAxis(
    paths.map((figure) => figure * unit.factor),
    unit.label,
  );
  const path = (row: number): Float64Array => paths.subarray(row * months, (row + 1) * months);
  return (
    <PlotFrame
      label={`The measure in ${unit.label} by month, a line for each value of the input`}
      x={[0, months]}
      y={axis.range}
      xTicks={(width) =>
        timeTicks(about.start, [0, months], width).map((tick) => ({ at: tick.month, label: tick.label }))
      }
      yTicks={axis.ticks}
      right={104}
    >
      {({ x, y }) => {
        const ends = rows.map((_, row) => y((path(row).at(-1) ?? Number.NaN) * unit.factor));
        let last = Number.NaN;
        const named = [...rows.keys()].sort((one, two) => (ends[one] ?? 0) - (ends[two] ?? 0));
        const isNamed = new Set(
          named.filter((row) => {
            const end = ends[row] ?? Number.NaN;
            if (Number.isNaN(end) || end - last < labelHeight) return false;
            last = end;
            return true;
          }),
        );
        return (
          <>
            <line
              className="small-cursor"
              x1={x(at + 1)}
              x2={x(at + 1)}
              y1={y(axis.range[0])}
              y2={y(axis.range[1])}
            />
            {rows.map((label, row) => (
              <g key={label}>
                <path
                  className="family-line"
                  style={{ opacity: 0.35 + (0.65 * row) / Math.max(1, rows.length - 1) }}
                  d={linePath(
                    Array.from(
                      path(row),
                      (figure, month) => [x(month + 1), y(figure * unit.factor)] as const,
                    ),
                  )}
                />
                {isNamed.has(row) ? (
                  <text className="small-label" x={x(months) + 6} y={(ends[row] ?? 0) + 4}>
                    {label}
                  </text>
                ) : null}
              </g>
            ))}
          </>
        );
      }}
    </PlotFrame>
  );
}
