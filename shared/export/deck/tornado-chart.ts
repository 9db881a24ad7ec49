import { roundRange } from '#shared/view/axis-range.ts';
import { chartValue } from '#shared/view/spoken.ts';
import { changeText } from '../drawing/waterfall-items.ts';
import { type Tornado, tornadoBarName } from '../pages/page.ts';
import { type NativeChart, type NativeSeries, plainGroup, plainSeries } from './native-chart.ts';
import { valueFormat } from './value-format.ts';

/** The axis reaches beyond the bars, so that the words at their ends have room. */
const labelRoom = 1.3;

/**
 * Turns a tornado into lying bars: changes from the base to both sides of zero. The two rows of bars lie on one another and are
 * not stacked, because stacked bars take no words beyond their ends.
 */
export function tornadoChart(tornado: Tornado): NativeChart {
  const { bars, base } = tornado;
  const change = (values: readonly number[]) => values.map((value) => value - base);
  const lows = change(bars.map(({ low }) => low));
  const highs = change(bars.map(({ high }) => high));
  const range = roundRange({
    min: Math.min(0, ...lows, ...highs) * labelRoom,
    max: Math.max(0, ...lows, ...highs) * labelRoom,
  });
  const series = (key: 'low' | 'high', label: string, tone: 'data-1' | 'data-2'): NativeSeries => {
    const [values, others] = key === 'low' ? [lows, highs] : [highs, lows];
    return {
      ...plainSeries,
      key,
      label,
      values,
      fill: { tone, opacity: 1 },
      pointLabels: labels(tornado, values, others),
    };
  };
  return {
    categories: { kind: 'texts', texts: bars.map(tornadoBarName), isScale: false },
    groups: [
      {
        ...plainGroup,
        kind: 'bar',
        isLying: true,
        gap: 40,
        series: [
          series('low', 'Input at its low end', 'data-2'),
          series('high', 'Input at its high end', 'data-1'),
        ],
      },
    ],
    range,
    secondRange: null,
    valueFormat: valueFormat(range),
    unit: `${tornado.unit}, change from ${chartValue(tornado, base)}`,
    prefix: tornado.prefix,
    suffix: tornado.suffix,
    hasKey: true,
    margin: { left: 0.34, right: 0.03, top: 0.03, bottom: 0.14 },
    arrows: [],
  };
}

/** Words at the ends of bars; where both ends lie on one side, the shorter bar keeps silent. */
function labels(
  tornado: Tornado,
  values: readonly number[],
  others: readonly number[],
): NativeSeries['pointLabels'] {
  return values.flatMap((value, at) => {
    const other = others[at] ?? 0;
    const isCovered =
      value === 0 || (Math.sign(value) === Math.sign(other) && Math.abs(value) < Math.abs(other));
    if (isCovered) return [];
    const place = value < 0 ? 'left' : 'right';
    return [
      { at, text: changeText(tornado, 'change', value), place, isUpright: false, tone: 'ink' } as const,
    ];
  });
}
