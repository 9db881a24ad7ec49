import { roundRange } from '#shared/view/axis-range.ts';
import { chartValue } from '#shared/view/spoken.ts';
import { changeText } from '../drawing/waterfall-items.ts';
import type { Waterfall } from '../pages/page.ts';
import { type WaterfallBar, waterfallBars } from '../pages/waterfall-bars.ts';
import {
  type DifferenceArrow,
  type NativeChart,
  type NativeSeries,
  plainGroup,
  plainSeries,
} from './native-chart.ts';
import { valueFormat } from './value-format.ts';

/** A side of the axis: where on it a bar begins, and how long it is there. */
interface Side {
  readonly base: (bar: WaterfallBar) => number;
  readonly length: (bar: WaterfallBar) => number;
}

const above: Side = {
  base: ({ from, to }) => Math.max(0, Math.min(from, to)),
  length: ({ from, to }) => Math.max(0, from, to) - Math.max(0, Math.min(from, to)),
};
const below: Side = {
  base: ({ from, to }) => Math.min(0, Math.max(from, to)),
  length: ({ from, to }) => Math.min(0, from, to) - Math.min(0, Math.max(from, to)),
};

const parts = [
  { key: 'total', label: 'Total', tone: 'data-6', isIn: ({ kind }: WaterfallBar) => kind === 'total' },
  {
    key: 'rise',
    label: 'Rise',
    tone: 'data-1',
    isIn: ({ kind, value }: WaterfallBar) => kind === 'change' && value >= 0,
  },
  {
    key: 'fall',
    label: 'Fall',
    tone: 'data-2',
    isIn: ({ kind, value }: WaterfallBar) => kind === 'change' && value < 0,
  },
] as const;

/**
 * Turns a bridge into stacked bars: an unseen base and, on it, totals, rises and falls. A stack keeps the two sides of zero
 * apart, so a bar that crosses it is cut there.
 */
export function bridgeChart(waterfall: Waterfall): NativeChart {
  const bars = waterfallBars(waterfall);
  const levels = bars.flatMap(({ from, to }) => [from, to]);
  const range = roundRange({ min: Math.min(0, ...levels), max: Math.max(0, ...levels) });
  const sides = range.min < 0 ? [above, below] : [above];
  return {
    categories: { kind: 'texts', texts: bars.map(({ label }) => label), isScale: false },
    groups: [
      {
        ...plainGroup,
        kind: 'bar',
        isStacked: true,
        series: sides.flatMap((side) => sideSeries(side, bars)),
      },
      { ...plainGroup, kind: 'line', series: [nameLine(waterfall, bars)] },
    ],
    range,
    secondRange: null,
    valueFormat: valueFormat(range),
    unit: waterfall.unit,
    prefix: waterfall.prefix,
    suffix: waterfall.suffix,
    hasKey: false,
    margin: { left: 0.06, right: 0.12, top: 0.06, bottom: 0.16 },
    arrows: differenceOf(waterfall, bars),
  };
}

function sideSeries(side: Side, bars: readonly WaterfallBar[]): NativeSeries[] {
  const [suffix, words] = side === above ? ['', ''] : [':below', ', below zero'];
  return [
    {
      ...plainSeries,
      role: 'helper',
      key: `base${suffix}`,
      label: `Base${words}`,
      values: bars.map(side.base),
    },
    ...parts.map(
      ({ key, label, tone, isIn }): NativeSeries => ({
        ...plainSeries,
        key: key + suffix,
        label: label + words,
        values: bars.map((bar) => (isIn(bar) ? side.length(bar) : Number.NaN)),
        fill: { tone, opacity: 1 },
      }),
    ),
  ];
}

/** Stacked bars take no words above them; an unseen line over their tops does. */
function nameLine(waterfall: Waterfall, bars: readonly WaterfallBar[]): NativeSeries {
  return {
    ...plainSeries,
    role: 'helper',
    key: 'labels',
    label: 'Labels',
    values: bars.map(({ from, to }) => Math.max(from, to)),
    pointLabels: bars.map(({ kind, value }, at) => ({
      at,
      text: changeText(waterfall, kind, value),
      place: 'above',
      isUpright: false,
      tone: 'ink',
    })),
  };
}

/** The arrow from the first total to the last. */
function differenceOf(waterfall: Waterfall, bars: readonly WaterfallBar[]): DifferenceArrow[] {
  const totals = bars.filter(({ kind }) => kind === 'total');
  const from = totals[0]?.to;
  const to = totals.at(-1)?.to;
  if (totals.length < 2 || from === undefined || to === undefined) return [];
  if (from === to) return [{ from, to, text: chartValue(waterfall, 0) }];
  const percent = Math.abs(((to - from) / from) * 100).toFixed(0);
  const share = from === 0 ? '' : ` (${to > from ? '+' : '\u2212'}${percent}\u202f%)`;
  return [{ from, to, text: changeText(waterfall, 'change', to - from) + share }];
}
