import { question, questionText } from '#shared/export/questions/question-text.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import { figureWriter } from '#shared/view/compare/figures.ts';
import { formatShare } from '#shared/view/format.ts';
import { measureLabel } from '#shared/view/lens.ts';
import { capitalise } from '#shared/view/words.ts';
import { useComparison } from '../../state/comparison/use-comparison.ts';
import { PlotFrame } from '../analysis/plot-frame.tsx';
import { valueAxis } from '../analysis/value-ticks.ts';
import { PinButton } from '../export/pin-button.tsx';
import { MeasureSelect } from './measure-select.tsx';
import { toneOf, useColours, useNames } from './names.ts';

/** How the difference to the base is distributed over the draws. */
export function DifferenceView() {
  const outcomes = useComparison((state) => state.outcomes);
  const measures = useComparison((state) => state.measures);
  const other = useComparison((state) => state.other);
  const at = useComparison((state) => state.at);
  const name = useNames();
  const colour = useColours();
  const focus = outcomes?.focus ?? null;
  const place = outcomes?.scenarios.findIndex(({ id }) => id === other) ?? -1;
  const histogram = focus?.histograms[place] ?? null;
  const info = measures.find(({ id }) => id === focus?.measure);
  const row = outcomes?.rows.find(
    ({ measure, at }) =>
      measure.id === focus?.measure && at.year === focus.at.year && at.month === focus.at.month,
  );
  const pair = row?.pairs[place] ?? null;
  if (focus === null || histogram === null || !info || pair === null) {
    return (
      <div className="compare-view">
        <div className="compare-tools">
          <MeasureSelect />
        </div>
        <p className="empty">No draw has an answer in both scenarios at this date.</p>
      </div>
    );
  }
  const write = figureWriter(info, [pair.p5, pair.p95, pair.mean]);
  const { factor, label } = write.unit;
  const axis = valueAxis([...Array.from(histogram.edges, (edge) => edge * factor), 0], label);
  const most = Math.max(...histogram.shares);
  const isFlat = histogram.edges[0] === histogram.edges.at(-1);
  return (
    <div className="compare-view">
      <div className="compare-tools">
        <MeasureSelect />
        <PinButton page={questionText(question('difference', { of: focus.measure, at }))} />
      </div>
      <p className="compare-finding">
        {isFlat
          ? `${measureLabel(info)} is the same in both on every draw`
          : `${capitalise(name(other))} lies above the base in ${formatShare(pair.higher)} of draws, median ${write.change(pair.p50)}`}
      </p>
      <p className="compare-basis">
        {measureLabel(info)} at {monthLabel(focus.at)}: {name(other)} less the base, draw by draw on the same
        luck. Mean {write.change(pair.mean, pair.meanError)} {write.error(pair.meanError)}, P5{' '}
        {write.change(pair.p5)}, P95 {write.change(pair.p95)}.
        {pair.meanError > 0
          ? ` With luck of their own the error of the mean would be ${(pair.unpairedError / pair.meanError).toFixed(1)} times larger.`
          : ''}
      </p>
      <PlotFrame
        label="Histogram of the paired difference"
        x={axis.range}
        y={[0, most * 1.08]}
        xTicks={() => axis.ticks}
        right={44}
        yTicks={[0, 0.5, 1].map((part) => ({ at: part * most, label: formatShare(part * most) }))}
      >
        {({ x, y }) => (
          <>
            {Array.from(histogram.shares, (share, bar) => {
              const from = x((histogram.edges[bar] ?? 0) * factor);
              const to = x((histogram.edges[bar + 1] ?? 0) * factor);
              return (
                <rect
                  key={histogram.edges[bar]}
                  className="difference-bar"
                  style={{ fill: toneOf(colour(other ?? '')) }}
                  x={from}
                  y={y(share)}
                  width={Math.max(2, to - from - 1)}
                  height={Math.max(0, y(0) - y(share))}
                />
              );
            })}
            <line className="small-cursor" x1={x(0)} x2={x(0)} y1={y(0)} y2={y(most * 1.08)} />
            <text className="small-label" x={x(0) + 4} y={y(most * 1.08) + 9}>
              no difference
            </text>
          </>
        )}
      </PlotFrame>
    </div>
  );
}
