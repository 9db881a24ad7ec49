import type { ChartView } from '#shared/view/chart.ts';
import { decimalsFor, formatNumber } from '#shared/view/format.ts';
import { periodAt } from '#shared/view/timeline.ts';
import { SeriesSwatch } from '../../charts/series-swatch.tsx';

/** The values of all scenarios at the cursor or the end, in one line; their names are those of the table above. */
export function CompareKey({ view, month }: { readonly view: ChartView; readonly month: number | null }) {
  const last = view.timeline.last.length - 1;
  const at = month === null ? last : periodAt(view.timeline, month);
  return (
    <div className="compare-key">
      {view.series.map((series) => (
        <span key={series.id} title={series.label}>
          <SeriesSwatch series={series} />
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
