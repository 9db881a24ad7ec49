import type { ChartView } from '#shared/view/chart.ts';
import { periodAt } from '#shared/view/timeline.ts';
import { type NativeSeries, plainSeries } from './native-chart.ts';

/** Share of the axis a pole reaches up to; the words stand above it. */
const height = 0.66;

/** Marks what happens at a point in time with a thin bar and words above it; marks that fall close together share one. */
export function flagPoles(view: ChartView, range: { readonly max: number }): NativeSeries[] {
  if (view.marks.length === 0) return [];
  const periods = view.timeline.last.length;
  const near = Math.max(1, Math.round(periods / 48));
  const poles: { at: number; labels: string[] }[] = [];
  for (const { month, label } of [...view.marks].sort((a, b) => a.month - b.month)) {
    const at = periodAt(view.timeline, month);
    const last = poles[poles.length - 1];
    if (last && at - last.at < near) last.labels.push(label);
    else poles.push({ at, labels: [label] });
  }
  const values = new Float64Array(periods).fill(Number.NaN);
  for (const { at } of poles) values[at] = range.max * height;
  return [
    {
      ...plainSeries,
      role: 'helper',
      key: 'marks',
      label: 'Marks',
      values,
      fill: { tone: 'muted', opacity: 0.7 },
      isInKey: false,
      pointLabels: poles.map(({ at, labels }) => ({
        at,
        text: labels.length > 1 ? `${labels[0]} +${labels.length - 1}` : (labels[0] ?? ''),
        place: 'above',
        isUpright: true,
        tone: 'muted',
      })),
    },
  ];
}
