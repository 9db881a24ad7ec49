import type { ChartView } from '#shared/view/chart.ts';
import { decimalsFor, formatNumber } from '#shared/view/format.ts';
import { periodAt } from '#shared/view/timeline.ts';
import { SeriesSwatch } from './series-swatch.tsx';

/** The key of a chart and its readout in one: each series with its value at the cursor, or at the end. */
export function ChartKey({ view, month }: { readonly view: ChartView; readonly month: number | null }) {
  const last = view.timeline.last.length - 1;
  const at = month === null ? last : periodAt(view.timeline, month);
  return (
    <div className="chart-key" style={{ height: keyLines(view) * lineHeight }}>
      {view.series.map((series) => (
        <span key={series.id} className="chart-key-entry">
          <SeriesSwatch series={series} />
          <span className="chart-key-label">{series.label}</span>
          <b>{valueText(series.values[at] ?? Number.NaN)}</b>
        </span>
      ))}
    </div>
  );
}

const lineHeight = 15;
/** What fits a line of the narrowest card, and what an entry needs beside its label, in letters. */
const lineLetters = 54;
const entryLetters = 10;
/** Beyond that a key would leave its chart no room; the table of the chart has them all. */
const mostLines = 5;

/** Lines kept for the key, whatever the width, so that nothing moves when values change. */
function keyLines(view: ChartView): number {
  const letters = view.series.reduce((sum, series) => sum + series.label.length + entryLetters, 0);
  return Math.min(mostLines, Math.ceil(letters / lineLetters));
}

/** The period the key reads out, and what happens in it. */
export function PeriodAt({ view, month }: { readonly view: ChartView; readonly month: number | null }) {
  const last = view.timeline.last.length - 1;
  const at = month === null ? last : periodAt(view.timeline, month);
  const from = view.timeline.first[at] ?? 0;
  const to = (view.timeline.last[at] ?? 0) + 1;
  const marks = month === null ? [] : view.marks.filter((mark) => mark.month >= from && mark.month < to);
  return (
    <span className="card-when">
      {marks.length > 0 ? `${marks.map((mark) => mark.label).join(', ')} · ` : ''}
      {view.timeline.labels[at]}
    </span>
  );
}

function valueText(value: number): string {
  return formatNumber(value, decimalsFor(value));
}
