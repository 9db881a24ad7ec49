import type { AxisRange } from '#shared/view/axis-range.ts';
import { mapBand } from '#shared/view/bands.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { periodAt } from '#shared/view/timeline.ts';
import { fitText, textWidth } from '../drawing/text-width.ts';
import { type NativeSeries, plainSeries } from './native-chart.ts';

/** Size of the words, and what the plot above the axis measures on our own slides, in points. */
const size = 10;
const plotHeight = 265;
const gap = 10;
/** Longer words are cut: the footnote has them in full. */
const mostWords = 84;
/** The axis reaches no more than so many times as far for the words. */
const mostStretch = 1.7;

interface Pole {
  readonly at: number;
  readonly text: string;
}

/** Marks what happens at a point in time with a thin bar and words above it; marks that fall close together share one. */
export function flagPoles(view: ChartView, range: AxisRange): NativeSeries[] {
  const poles = polesOf(view);
  if (poles.length === 0) return [];
  const values = new Float64Array(view.timeline.last.length).fill(Number.NaN);
  const height = range.max - wordRoom(poles) * (range.max - range.min);
  for (const { at } of poles) values[at] = height;
  return [
    {
      ...plainSeries,
      role: 'helper',
      key: 'marks',
      label: 'Marks',
      values,
      fill: { tone: 'muted', opacity: 0.7 },
      isInKey: false,
      pointLabels: poles.map(({ at, text }) => ({
        at,
        text,
        place: 'above',
        isUpright: true,
        tone: 'muted',
      })),
    },
  ];
}

/** Lets an axis reach so far that the words above the poles stand clear of what is drawn around them. */
export function rangeWithFlags(view: ChartView, range: AxisRange): AxisRange {
  const poles = polesOf(view);
  const room = wordRoom(poles);
  const highest = Math.max(0, ...poles.map(({ at }) => heightAround(view, at)));
  const isClear = (max: number) => (max - highest) / (max - range.min) >= room;
  let { max } = range;
  while (poles.length > 0 && !isClear(max) && max + range.step <= range.max * mostStretch) max += range.step;
  return { ...range, max };
}

/** How near to one another marks share a pole, and what stands as near to a pole as its words are wide. */
function nearness({ timeline }: ChartView): number {
  return Math.max(1, Math.round(timeline.last.length / 48));
}

function polesOf(view: ChartView): Pole[] {
  const near = nearness(view);
  const poles: { at: number; labels: string[] }[] = [];
  for (const { month, label } of [...view.marks].sort((a, b) => a.month - b.month)) {
    const at = periodAt(view.timeline, month);
    const last = poles[poles.length - 1];
    if (last && at - last.at < near) last.labels.push(label);
    else poles.push({ at, labels: [label] });
  }
  return poles.map(({ at, labels: [first = '', ...others] }) => ({
    at,
    text: fitText(others.length > 0 ? `${first} +${others.length}` : first, mostWords, size),
  }));
}

/** Share of the axis that the longest words take. */
function wordRoom(poles: readonly Pole[]): number {
  const longest = Math.max(0, ...poles.map(({ text }) => textWidth(text, size)));
  return (longest + gap) / plotHeight;
}

function heightAround(view: ChartView, at: number): number {
  const near = nearness(view);
  const part = (values: Float64Array) => values.slice(Math.max(0, at - near), at + near + 1);
  const { timeline, references } = view;
  const series = view.series.map((one) => ({
    ...one,
    values: part(one.values),
    band: mapBand(one.band, part),
  }));
  const last = timeline.last.slice(Math.max(0, at - near), at + near + 1);
  return chartExtent({ series, references, timeline: { ...timeline, last } }).max;
}
