import { useMemo, useRef } from 'react';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import { fourWayChart, fourWayTable } from '#shared/view/compare/four-way.ts';
import { formatNumber } from '#shared/view/format.ts';
import { measureLabel } from '#shared/view/lens.ts';
import type { KeptRanges } from '../../charts/chart.tsx';
import { ChartKey } from '../../charts/chart-key.tsx';
import { useComparison } from '../../state/comparison/use-comparison.ts';
import { useLayout } from '../../state/use-stores.ts';
import { PinButton } from '../export/pin-button.tsx';
import { LazyChart } from '../lazy-chart.tsx';
import { MeasureSelect } from './measure-select.tsx';

/** What is believed against what is decided: two by two, with a baseline that moves with the beliefs. */
export function BeliefsView({ theme }: { readonly theme: string }) {
  const corners = useComparison((state) => state.corners?.corners ?? null);
  const tagged = useComparison((state) => state.byTag?.bridge ?? null);
  const { measure, of: statistic } = useComparison((state) => state.bridge);
  const at = useComparison((state) => state.at);
  const asked = { of: measure, at };
  const zoom = useLayout((state) => state.zoom);
  const ranges = useRef<KeptRanges>(new Map()).current;
  const chart = useMemo(() => corners && fourWayChart(corners), [corners]);
  const table = useMemo(() => tagged && fourWayTable(tagged), [tagged]);
  if (corners === null || table === null || tagged === null || chart === null) {
    return (
      <div className="compare-view">
        <div className="compare-tools">
          <MeasureSelect />
        </div>
        <p className="empty">The four ways appear with the first figures.</p>
      </div>
    );
  }
  return (
    <div className="compare-view">
      <div className="compare-tools">
        <MeasureSelect />
        <PinButton
          what="the table"
          page={questionText(
            question('beliefs', { ...asked, statistic: statistic === 'central' ? null : statistic }),
          )}
        />
        <PinButton what="month by month" page={questionText(question('corners', asked))} />
      </div>
      <p className="compare-finding">{table.finding}</p>
      <p className="compare-basis">
        {measureLabel(tagged.measure)} at {monthLabel(tagged.at)},{' '}
        {tagged.statistic === 'central' ? 'central path' : `over ${formatNumber(tagged.draws, 0)} draws`}.
        Beliefs make {table.beliefs.without} without the decision and {table.beliefs.with} with it.
      </p>
      <table className="compare-table compare-list">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col" className="number">
              without the decision
            </th>
            <th scope="col" className="number">
              with it
            </th>
            <th scope="col" className="number">
              the decision makes
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.beliefs}>
              <th scope="row">{row.beliefs}</th>
              <td className="number">{row.without}</td>
              <td className="number">{row.with}</td>
              <td className="number">
                {row.decision} <small>{row.decisionError}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ChartKey view={chart} month={null} />
      <div className="plot">
        <LazyChart
          view={chart}
          months={zoom ?? [0, chart.timeline.months]}
          isLogarithmic={false}
          ranges={ranges}
          theme={theme}
          onDrawn={nothing}
        />
      </div>
      <p className="unseen">{chart.finding}</p>
    </div>
  );
}

const nothing = () => undefined;
