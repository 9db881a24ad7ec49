import type { DistributionView } from '#shared/view/analysis/distribution.ts';
import { formatShare } from '#shared/view/format.ts';
import { linePath, PlotFrame, type Scale } from './plot-frame.tsx';
import { valueAxis } from './value-ticks.ts';

/** Marks closer together than this share one label, which is given so much room. */
const labelPixels = 26;
const labelRoom = 60;

interface PlacedMark {
  readonly label: string;
  readonly at: number;
  /** True near the right edge, where the label stands to the left of its line. */
  readonly isLeft: boolean;
}

function placedMarks(marks: DistributionView['marks'], x: Scale, end: number): PlacedMark[] {
  const placed: { first: string; last: string; at: number }[] = [];
  for (const { label, at } of marks) {
    const before = placed.at(-1);
    if (before !== undefined && x(at) - before.at < labelPixels) before.last = label;
    else placed.push({ first: label, last: label, at: x(at) });
  }
  return placed.map(({ first, last, at }) => {
    return { label: first === last ? first : `${first}–${last}`, at, isLeft: at > x(end) - labelRoom };
  });
}

/** A histogram with the cumulative curve over it; the figures beside say the same. */
export function DistributionPicture({ view }: { readonly view: DistributionView }) {
  const { window: range, edges, shares, curve, marks, unit } = view;
  const axis = valueAxis(range, unit.label);
  const isIn = (value: number | undefined): boolean =>
    value !== undefined && value >= axis.range[0] && value <= axis.range[1];
  const most = Math.max(...shares, 1e-9);
  const cumulative = [0, 0.25, 0.5, 0.75, 1];
  return (
    <PlotFrame
      label={`Histogram and cumulative distribution, in ${unit.label}`}
      x={axis.range}
      y={[0, 1]}
      xTicks={() => axis.ticks}
      yTicks={cumulative.map((at) => ({ at, label: formatShare(at) }))}
      right={28}
    >
      {({ x, y }) => (
        <>
          {Array.from(shares, (share, bar) => {
            if (!isIn(edges[bar]) || !isIn(edges[bar + 1])) return null;
            const [from, to] = [x(edges[bar] ?? 0), x(edges[bar + 1] ?? 0)];
            const top = y((0.92 * share) / most);
            return (
              <rect
                key={edges[bar]}
                className="histogram-bar"
                x={from}
                y={top}
                width={Math.max(0.5, to - from - 1)}
                height={y(0) - top}
              />
            );
          })}
          {placedMarks(
            marks.filter(({ at }) => isIn(at)),
            x,
            axis.range[1],
          ).map(({ label, at, isLeft }) => (
            <g key={label}>
              <line className="small-mark" x1={at} x2={at} y1={y(0)} y2={y(1)} />
              <text
                className="small-label"
                x={isLeft ? at - 3 : at + 3}
                y={y(1) + 8}
                textAnchor={isLeft ? 'end' : 'start'}
              >
                {label}
              </text>
            </g>
          ))}
          <path
            className="cumulative-line"
            d={linePath(
              Array.from(curve.values, (value, at) => {
                return [isIn(value) ? x(value) : Number.NaN, y(curve.probabilities[at] ?? 0)] as const;
              }),
            )}
          />
        </>
      )}
    </PlotFrame>
  );
}
