import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { ActualsFan } from '#shared/view/analysis/actuals-fan.ts';
import type { FanBand } from '#shared/view/chart.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { bandPath } from './band-path.ts';
import { linePath, PlotFrame, type PlotScales } from './plot-frame.tsx';
import { valueAxis } from './value-ticks.ts';

interface FansPictureProps {
  readonly fan: ActualsFan;
  readonly start: YearMonth;
}

const diamond = 5;

/** Two fans over one another, all draws alike behind and weighted by fit before it, and what has been observed. */
export function FansPicture({ fan, start }: FansPictureProps) {
  const { unit, months, before, after, observed } = fan;
  const axis = valueAxis(
    [0, ...before.p5, ...before.p95, ...(after?.p5 ?? []), ...(after?.p95 ?? []), ...observed.map(heightOf)],
    unit.label,
  );
  return (
    <PlotFrame
      label={`${fan.finding}. In ${unit.label}, with ${observed.length} observed`}
      x={[0, months]}
      y={axis.range}
      xTicks={(width) =>
        timeTicks(start, [0, months], width).map((tick) => ({ at: tick.month, label: tick.label }))
      }
      yTicks={axis.ticks}
    >
      {(scales) => (
        <>
          <Fan band={before} kind="before" scales={scales} />
          {after === null ? null : <Fan band={after} kind="after" scales={scales} />}
          {observed.map(({ month, value }) => (
            <path
              key={`${month} ${value}`}
              className="observed-point"
              d={diamondAt(scales.x(month), scales.y(value))}
            />
          ))}
        </>
      )}
    </PlotFrame>
  );
}

/** Says what each sign of the picture means. */
export function FansKey({ fan }: { readonly fan: ActualsFan }) {
  return (
    <p className="fans-key">
      <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
        <rect className="fan-before-wide" x="0" y="1" width="14" height="8" />
        <path className="fan-before-middle" d="M0 5h14" />
      </svg>
      all draws alike
      {fan.after === null ? null : (
        <>
          <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
            <rect className="fan-after-half" x="0" y="1" width="14" height="8" />
            <path className="fan-after-middle" d="M0 5h14" />
          </svg>
          weighted by fit
        </>
      )}
      {fan.observed.length === 0 ? null : (
        <>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path className="observed-point" d={diamondAt(6, 6)} />
          </svg>
          observed
        </>
      )}
      <span className="fans-unit">{fan.unit.label}; P5 to P95, P25 to P75, median</span>
    </p>
  );
}

interface FanProps {
  readonly band: FanBand;
  readonly kind: 'before' | 'after';
  readonly scales: PlotScales;
}

function Fan({ band, kind, scales: { x, y } }: FanProps) {
  // What stands at the end of a month is drawn there.
  const points = (values: Float64Array) =>
    Array.from(values, (value, month) => [x(month + 1), y(value)] as const);
  return (
    <>
      <path className={`fan-${kind}-wide`} d={bandPath(points(band.p5), points(band.p95))} />
      <path className={`fan-${kind}-half`} d={bandPath(points(band.p25), points(band.p75))} />
      <path className={`fan-${kind}-edge`} d={linePath(points(band.p5)) + linePath(points(band.p95))} />
      <path className={`fan-${kind}-middle`} d={linePath(points(band.p50))} />
    </>
  );
}

function diamondAt(x: number, y: number): string {
  return `M${x} ${y - diamond}L${x + diamond} ${y}L${x} ${y + diamond}L${x - diamond} ${y}Z`;
}

function heightOf({ value }: { readonly value: number }): number {
  return value;
}
