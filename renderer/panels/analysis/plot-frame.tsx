import type { ReactNode } from 'react';
import { useSize } from './use-size.ts';

/** A scale from values to pixels. */
export type Scale = (value: number) => number;

/** A tick of an axis. */
export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

/** What a plot is drawn with. */
export interface PlotScales {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
}

interface PlotFrameProps {
  readonly label: string;
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  /** Ticks for the width there is. */
  readonly xTicks: (width: number) => readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  readonly right?: number;
  readonly children: (scales: PlotScales) => ReactNode;
}

const margin = { left: 56, top: 8, right: 12, bottom: 20 } as const;

/** A small plot with two axes, drawn in pixels so that lines stay sharp and letters keep their size. */
export function PlotFrame({ label, x, y, xTicks, yTicks, right = margin.right, children }: PlotFrameProps) {
  const [box, { width, height }] = useSize<HTMLDivElement>({ width: 480, height: 180 });
  const [left, top] = [margin.left, margin.top];
  const [wide, high] = [Math.max(1, width - left - right), Math.max(1, height - top - margin.bottom)];
  const scales: PlotScales = {
    x: (value) => left + ((value - x[0]) / (x[1] - x[0] || 1)) * wide,
    y: (value) => top + high - ((value - y[0]) / (y[1] - y[0] || 1)) * high,
    width: wide,
    height: high,
  };
  return (
    <div ref={box} className="small-plot">
      <svg width={width} height={height} role="img" aria-label={label}>
        {yTicks.map(({ at, label: text }) => (
          <g key={text} className="small-tick">
            <line x1={left} x2={left + wide} y1={scales.y(at)} y2={scales.y(at)} />
            <text x={left - 6} y={scales.y(at) + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {xTicks(wide).map(({ at, label: text }) => (
          <text
            key={`${at} ${text}`}
            className="small-label"
            x={scales.x(at)}
            y={height - 5}
            textAnchor="middle"
          >
            {text}
          </text>
        ))}
        <line className="small-axis" x1={left} x2={left + wide} y1={top + high} y2={top + high} />
        {children(scales)}
      </svg>
    </div>
  );
}

/** Writes points as the path of a line; a point without an answer interrupts it. */
export function linePath(points: Iterable<readonly [x: number, y: number]>): string {
  let path = '';
  let isDown = false;
  for (const [x, y] of points) {
    const isPoint = Number.isFinite(x) && Number.isFinite(y);
    if (isPoint) path += `${isDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    isDown = isPoint;
  }
  return path;
}
