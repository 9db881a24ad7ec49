import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { decimalsFor, formatNumber } from '#shared/view/format.ts';
import { periodAt } from '#shared/view/timeline.ts';

/** The key of a chart and its readout in one: each series with its value at the cursor, or at the end. */
export function ChartKey({ view, month }: { readonly view: ChartView; readonly month: number | null }) {
  const last = view.timeline.last.length - 1;
  const at = month === null ? last : periodAt(view.timeline, month);
  return (
    <div className="chart-key" style={{ height: keyLines(view) * lineHeight }}>
      {view.series.map((series) => (
        <span key={series.id} className="chart-key-entry">
          <Swatch series={series} />
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
const entryLetters = 9;

/** Lines kept for the key, whatever the width, so that nothing moves when values change. */
function keyLines(view: ChartView): number {
  const letters = view.series.reduce((sum, series) => sum + series.label.length + entryLetters, 0);
  return Math.min(3, Math.ceil(letters / lineLetters));
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

const dashes = { solid: undefined, dashed: '5 3', dotted: '2 2' } as const;

/** A sample of how a series is drawn: told apart by shape and dash as well as by colour. */
function Swatch({ series }: { readonly series: ChartSeries }) {
  const colour = `var(--${series.tone.startsWith('data-') ? series.tone : `data-${series.tone}`})`;
  return (
    <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true" focusable="false">
      {series.kind === 'line' ? (
        <path d="M0 5h14" stroke={colour} strokeWidth="2" strokeDasharray={dashes[series.dash]} />
      ) : (
        <rect x="1" y="0.5" width="11" height="9" fill={colour} opacity="0.85" />
      )}
    </svg>
  );
}
