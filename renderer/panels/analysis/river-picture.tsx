import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { River } from '#shared/view/analysis/river.ts';
import { formatShare } from '#shared/view/format.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { PlotFrame, type PlotScales } from './plot-frame.tsx';

interface RiverPictureProps {
  readonly river: River;
  readonly start: YearMonth;
  /** The month asked about, marked in the river. */
  readonly month: number;
}

const shares = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: formatShare(at) }));

/** Which inputs matter, month by month: layers on one another, named beside with their share at the month asked about. */
export function RiverPicture({ river, start, month }: RiverPictureProps) {
  const months = Array.from(river.months);
  const [first = 0, last = 1] = [months[0], months.at(-1)];
  const place = nearestPlace(months, month);
  const tops = stacked(river);
  return (
    <div className="river">
      <PlotFrame
        label="Share of variance by input and month; the table says the same for one month"
        x={[first + 1, last + 1]}
        y={[0, 1]}
        xTicks={(width) =>
          timeTicks(start, [first + 1, last + 1], width).map((tick) => ({
            at: tick.month,
            label: tick.label,
          }))
        }
        yTicks={shares}
      >
        {(scales) => (
          <>
            {river.layers.map(({ key, label }, at) => (
              <path
                key={key ?? label}
                className={`river-layer river-${key === null ? 'rest' : at + 1}`}
                d={layerPath(months, tops[at], tops[at + 1], scales)}
              />
            ))}
            <line
              className="small-cursor"
              x1={scales.x(month + 1)}
              x2={scales.x(month + 1)}
              y1={scales.y(0)}
              y2={scales.y(1)}
            />
          </>
        )}
      </PlotFrame>
      <ol className="river-key">
        {[...river.layers.entries()].reverse().map(([at, { key, label, shares: own }]) => (
          <li key={key ?? label}>
            <span className={`swatch river-${key === null ? 'rest' : at + 1}`} />
            <span className="river-name">{label}</span>
            <span className="number">{formatShare(own[place] ?? 0)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Edges between the layers: one more than there are layers. */
function stacked(river: River): Float64Array[] {
  const edges = [new Float64Array(river.months.length)];
  for (const { shares: own } of river.layers) {
    const below = edges[edges.length - 1];
    edges.push(own.map((share, at) => share + (below?.[at] ?? 0)));
  }
  return edges;
}

function layerPath(
  months: readonly number[],
  lower: Float64Array | undefined,
  upper: Float64Array | undefined,
  { x, y }: PlotScales,
): string {
  const point = (values: Float64Array | undefined) => (month: number, at: number) =>
    `${x(month + 1).toFixed(1)} ${y(values?.[at] ?? 0).toFixed(1)}`;
  const along = months.map(point(upper));
  const back = months.map(point(lower)).reverse();
  return `M${[...along, ...back].join('L')}Z`;
}

function nearestPlace(months: readonly number[], month: number): number {
  let nearest = 0;
  months.forEach((one, at) => {
    if (Math.abs(one - month) < Math.abs((months[nearest] ?? 0) - month)) nearest = at;
  });
  return nearest;
}
