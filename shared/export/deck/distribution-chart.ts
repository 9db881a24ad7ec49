import { roundRange } from '#shared/view/axis-range.ts';
import { formatNumber } from '#shared/view/format.ts';
import type { Distribution } from '../pages/page.ts';
import {
  type ChartGroup,
  type NativeChart,
  type NativeSeries,
  plainGroup,
  plainSeries,
} from './native-chart.ts';
import { scaleNames } from './scale-names.ts';
import { valueFormat } from './value-format.ts';

/** The axis reaches beyond the highest bar, so that the words above have room. */
const wordRoom = 1.3;
const keyHeight = 0.12;

/** Turns a distribution into bars with a line on an axis of its own, and words over the bars that hold a value worth naming. */
export function distributionChart(distribution: Distribution): NativeChart {
  const { edges, shares, cumulative, unit } = distribution;
  const range = roundRange({ min: 0, max: Math.max(...shares, 1e-9) * wordRoom });
  const groups: ChartGroup[] = [
    {
      ...plainGroup,
      kind: 'bar',
      gap: 6,
      series: [
        {
          ...plainSeries,
          key: 'share',
          label: 'Share of draws',
          values: shares,
          fill: { tone: 'data-1', opacity: 0.75 },
        },
        ...markSeries(distribution),
      ],
    },
    {
      ...plainGroup,
      kind: 'line',
      isOnSecond: true,
      series:
        cumulative === null
          ? []
          : [
              {
                ...plainSeries,
                key: 'cumulative',
                label: 'Up to the end of the bar (right axis)',
                values: cumulative,
                line: { tone: 'data-2', width: 2.25, dash: 'solid' },
              },
            ],
    },
  ];
  const texts = lowerEdges(edges);
  const sides = { left: 0.06, right: cumulative === null ? 0.03 : 0.06 };
  return {
    categories: { kind: 'texts', texts, isScale: true },
    groups: groups.filter(({ series }) => series.length > 0),
    range,
    secondRange: cumulative === null ? null : { min: 0, max: 100, step: 25 },
    valueFormat: valueFormat(range),
    unit: `From, ${unit}; shares in % of draws`,
    prefix: '',
    suffix: '\u202f%',
    hasKey: true,
    margin: { ...sides, top: 0.03, bottom: scaleNames(texts, sides).height + keyHeight },
    arrows: [],
  };
}

/** Names each bar by where it begins, with as many digits as tell neighbours apart. */
function lowerEdges(edges: readonly number[]): string[] {
  const [low = 0, high = 0] = [edges[0], edges.at(-1)];
  const width = (high - low) / Math.max(1, edges.length - 1);
  const decimals = width > 0 ? Math.min(6, Math.max(0, -Math.floor(Math.log10(width)))) : 2;
  return edges.slice(0, -1).map((edge) => formatNumber(edge, decimals));
}

/** Paints the bar that holds a value and puts the words above it; two in one bar share it. */
function markSeries({ edges, shares, marks }: Distribution): NativeSeries[] {
  const places = new Map<number, string[]>();
  for (const { label, at } of marks) {
    const above = edges.findIndex((edge) => edge >= at);
    if (at < (edges[0] ?? 0) || above < 0) continue;
    const bar = Math.max(0, above - 1);
    places.set(bar, [...(places.get(bar) ?? []), label]);
  }
  if (places.size === 0) return [];
  return [
    {
      ...plainSeries,
      role: 'helper',
      key: 'marks',
      label: 'Marks',
      values: shares.map((share, bar) => (places.has(bar) ? share : Number.NaN)),
      fill: { tone: 'data-6', opacity: 1 },
      isInKey: false,
      pointLabels: [...places].map(([at, labels]) => ({
        at,
        text: labels.join(', '),
        place: 'above',
        isUpright: true,
        tone: 'ink',
      })),
    },
  ];
}
