import { roundRange } from '#shared/view/axis-range.ts';
import { chartValue } from '#shared/view/spoken.ts';
import { changeText } from '../drawing/waterfall-items.ts';
import type { Tornado } from '../pages/page.ts';
import { type NativeChart, type NativeSeries, plainGroup, plainSeries } from './native-chart.ts';
import { valueFormat } from './value-format.ts';

/**
 * Turns a tornado into lying bars: changes from the base to both sides of zero. The two rows of bars lie on one another and are
 * not stacked, because stacked bars take no words beyond their ends.
 */
export function tornadoChart(tornado: Tornado): NativeChart {
  const { bars, base } = tornado;
  const change = (values: readonly number[]) => values.map((value) => value - base);
  const lows = change(bars.map(({ low }) => low));
  const highs = change(bars.map(({ high }) => high));
  const range = roundRange({ min: Math.min(0, ...lows, ...highs), max: Math.max(0, ...lows, ...highs) });
  const series = (
    key: string,
    label: string,
    values: readonly number[],
    tone: 'data-1' | 'data-2',
    inputs: readonly string[],
  ): NativeSeries => ({
    ...plainSeries,
    key,
    label,
    values,
    fill: { tone, opacity: 1 },
    pointLabels: values.map((value, at) => ({
      at,
      text: `${changeText(tornado, 'change', value)} at ${inputs[at] ?? ''}`,
      place: value < 0 ? 'left' : 'right',
      isUpright: false,
      tone: 'ink',
    })),
  });
  return {
    categories: { kind: 'texts', texts: bars.map(({ label }) => label) },
    groups: [
      {
        ...plainGroup,
        kind: 'bar',
        isLying: true,
        gap: 40,
        series: [
          series(
            'low',
            'Input at its low end',
            lows,
            'data-2',
            bars.map(({ lowInput }) => lowInput),
          ),
          series(
            'high',
            'Input at its high end',
            highs,
            'data-1',
            bars.map(({ highInput }) => highInput),
          ),
        ],
      },
    ],
    range,
    valueFormat: valueFormat(range),
    unit: `${tornado.unit}, change from ${chartValue(tornado, base)}`,
    prefix: tornado.prefix,
    suffix: tornado.suffix,
    hasKey: true,
    margin: { left: 0.26, right: 0.12, top: 0.03, bottom: 0.14 },
    arrows: [],
  };
}
