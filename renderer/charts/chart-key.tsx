import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { decimalsFor, formatNumber } from '#shared/view/format.ts';
import { periodAt } from '#shared/view/timeline.ts';

/** More entries than this get two lines, whatever the width, so that nothing moves when values change. */
const oneLine = 3;

/** The key of a chart and its readout in one: each series with its value at the cursor, or at the end. */
export function ChartKey({ view, month }: { readonly view: ChartView; readonly month: number | null }) {
  const last = view.timeline.last.length - 1;
  const at = month === null ? last : periodAt(view.timeline, month);
  return (
    <div className={view.series.length > oneLine ? 'chart-key chart-key-two' : 'chart-key'}>
      <span className="chart-key-when">{view.timeline.labels[at]}</span>
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
