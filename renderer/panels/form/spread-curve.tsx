import { useId } from 'react';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { sayValue } from '#shared/scenario/spread/say-value.ts';
import type { Spread } from '#shared/scenario/spread/spread.ts';
import { densityBetween } from '#shared/view/density-between.ts';
import type { SpreadAxis } from '#shared/view/spread-axis.ts';
import { spreadFigures } from '#shared/view/spread-figures.ts';

interface SpreadCurveProps {
  readonly label: string;
  readonly spread: Spread;
  readonly distribution: Distribution;
  readonly axis: SpreadAxis;
}

const width = 1000;
const height = 100;

/** How likely which values are: the middle four fifths darker, a line at the median. */
export function SpreadCurve({ label, spread, distribution, axis }: SpreadCurveProps) {
  const clip = useId();
  const density = densityBetween(distribution, axis.low, axis.high);
  const { p10, p50, p90 } = spreadFigures(distribution);
  const x = (value: number) => ((value - axis.low) / (axis.high - axis.low)) * width;
  const y = (share: number) => height - share * (height - 6);
  const say = (value: number) => sayValue(spread, value);
  const points = density?.points ?? [];
  const outline = points.map(([at, share]) => `${(at * width).toFixed(1)} ${y(share).toFixed(1)}`);
  const area = `M0 ${height}L${outline.join('L')}L${width} ${height}Z`;
  const inside = (at: number) => Math.min(width, Math.max(0, at));
  const [from, to] = [inside(x(p10)), inside(x(p90))];
  return (
    <svg
      className="spread-curve"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: nine in ten above ${say(p10)}, half above ${say(p50)}, one in ten above ${say(p90)}`}
    >
      {density?.isDiscrete ? (
        points.map(([at, share]) => (
          <path
            key={at}
            className="spread-bar"
            d={`M${(at * width).toFixed(1)} ${height}V${y(share).toFixed(1)}`}
          />
        ))
      ) : (
        <>
          <clipPath id={clip}>
            <rect x={from} y="0" width={to - from} height={height} />
          </clipPath>
          <path className="spread-area" d={area} />
          <path className="spread-middle" d={area} clipPath={`url(#${clip})`} />
        </>
      )}
      <path className="spread-median" d={`M${x(p50).toFixed(1)} 0V${height}`} />
    </svg>
  );
}
