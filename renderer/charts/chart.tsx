import { useLayoutEffect, useRef, useState } from 'react';
import type { AxisRange } from '#shared/view/axis-range.ts';
import { steadyRange } from '#shared/view/axis-range.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { readToken } from '../ui/tokens.ts';
import { createDrawing, type Drawing, type Layers } from './drawing.ts';
import { makeChart } from './echarts.ts';
import type { MonthRange } from './geometry.ts';
import { paletteOf } from './palette.ts';

/** The ranges of axes last shown, by chart: they outlive the drawing, so that two scenarios share an axis while they can. */
export type KeptRanges = Map<string, { readonly unit: string; readonly range: AxisRange }>;

export interface ChartProps {
  readonly view: ChartView;
  readonly months: MonthRange;
  readonly isLogarithmic: boolean;
  readonly ranges: KeptRanges;
  /** A range that charts beside it share, whatever their own figures; null or absent to follow the figures. */
  readonly lockedRange?: AxisRange | null;
  /** Whether percentiles of these figures are still to come where others were shown before. */
  readonly awaitsBands?: boolean;
  /** Any value that changes with the theme: colours are read anew when it does. */
  readonly theme: string;
  readonly onDrawn: () => void;
}

/** Draws one chart and owns its drawing: makes it, gives it what to show in which frame, disposes of it. */
export function Chart({
  view,
  months,
  isLogarithmic,
  ranges,
  lockedRange = null,
  awaitsBands = false,
  theme,
  onDrawn,
}: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawing | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => {
      observer.disconnect();
      drawn.current?.dispose();
      drawn.current = null;
    };
  }, []);

  // In the same frame as the words around it: a passive effect would come one paint later.
  useLayoutEffect(() => {
    const box = element.current;
    if (!box || size.width === 0 || size.height === 0) return;
    const drawing = drawn.current ?? createDrawing(makeLayers(box));
    drawn.current = drawing;
    const kept = ranges.get(view.id);
    const previous = kept?.unit === view.unit ? kept.range : null;
    const axis = lockedRange ?? steadyRange(previous, chartExtent(view), awaitsBands);
    ranges.set(view.id, { unit: view.unit, range: axis });
    const palette = paletteOf(theme, readToken);
    drawing.draw(view, { width: size.width, range: axis, months, isLogarithmic, palette }, size.height);
    onDrawn();
  }, [view, months, isLogarithmic, ranges, lockedRange, awaitsBands, theme, size, onDrawn]);

  return <div ref={element} className="chart-plot" aria-hidden="true" />;
}

/** The first lies at the bottom. */
function makeLayers(box: HTMLElement): Layers {
  const figures = makeChart(layerIn(box));
  return { figures, surround: makeChart(layerIn(box)) };
}

function layerIn(box: HTMLElement): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'chart-layer';
  box.append(layer);
  return layer;
}
