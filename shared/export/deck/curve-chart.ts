import { curveRange } from '../drawing/curve-items.ts';
import type { Curve } from '../pages/page.ts';
import {
  type ChartGroup,
  type NativeChart,
  type NativeSeries,
  plainGroup,
  plainSeries,
} from './native-chart.ts';
import { scaleNames } from './scale-names.ts';
import { valueFormat } from './value-format.ts';

const sides = { left: 0.07, right: 0.03 } as const;
const keyHeight = 0.12;

/** Turns a measure over values of an input into a line, with a band as stacked areas and a level to be reached as a line. */
export function curveChart(curve: Curve): NativeChart {
  const { across, band, target, label, values, unit, prefix, suffix } = curve;
  const range = curveRange(curve);
  const groups: ChartGroup[] = [
    { ...plainGroup, kind: 'area', isStacked: true, series: band === null ? [] : bandSeries(band) },
    {
      ...plainGroup,
      kind: 'line',
      series: [
        ...(target === null
          ? []
          : [
              {
                ...plainSeries,
                key: 'target',
                label: target.label,
                values: values.map(() => target.value),
                line: { tone: 'data-2', width: 1.5, dash: 'dashed' } as const,
              },
            ]),
        {
          ...plainSeries,
          key: 'figure',
          label,
          values,
          line: { tone: 'data-1', width: 2.25, dash: 'solid' },
        },
      ],
    },
  ];
  return {
    categories: { kind: 'texts', texts: across.texts, isScale: true },
    groups: groups.filter(({ series }) => series.length > 0),
    range,
    secondRange: null,
    valueFormat: valueFormat(range),
    unit: `${unit}, by ${across.label}`,
    prefix,
    suffix,
    hasKey: true,
    margin: { ...sides, top: 0.03, bottom: scaleNames(across.texts, sides).height + keyHeight },
    arrows: [],
  };
}

function bandSeries({ label, low, high }: NonNullable<Curve['band']>): NativeSeries[] {
  return [
    { ...plainSeries, key: 'low', label: `${label}, lower edge`, values: low, isInKey: false },
    {
      ...plainSeries,
      role: 'width',
      key: 'band',
      label,
      values: high.map((value, at) => value - (low[at] ?? Number.NaN)),
      fill: { tone: 'data-1', opacity: 0.22 },
    },
  ];
}
