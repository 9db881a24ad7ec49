import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { decimalsFor, formatNumber } from '#shared/view/format.ts';
import { periodAt } from '#shared/view/timeline.ts';

/** The values of all scenarios at the cursor or the end, in one line; their names are those of the table above. */
export function CompareKey({ view, month }: { readonly view: ChartView; readonly month: number | null }) {
  const last = view.timeline.last.length - 1;
  const at = month === null ? last : periodAt(view.timeline, month);
  return (
    <div className="compare-key">
      {view.series.map((series) => (
        <span key={series.id} title={series.label}>
          <Sample series={series} />
          <span className="compare-key-name">{series.label}</span>
          <b>{text(series.values[at] ?? Number.NaN)}</b>
        </span>
      ))}
    </div>
  );
}

function text(value: number): string {
  return formatNumber(value, decimalsFor(value));
}

const dashes = { solid: undefined, dashed: '5 3', dotted: '2 2' } as const;

/** How a line is drawn: told apart by its dash as well as by colour. */
function Sample({ series }: { readonly series: ChartSeries }) {
  const colour = `var(--${series.tone.startsWith('data-') ? series.tone : `data-${series.tone}`})`;
  return (
    <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true" focusable="false">
      <path d="M0 5h14" stroke={colour} strokeWidth="2" strokeDasharray={dashes[series.dash]} />
    </svg>
  );
}
