import { useMemo } from 'react';
import { actualsView } from '#shared/view/analysis/actuals.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { useAnswer } from '../../state/analysis/use-answer.ts';
import { useFigureInQuestion } from '../../state/analysis/use-question.ts';
import { useActiveRun } from '../../state/use-stores.ts';
import { WorkState } from './work-state.tsx';

/** What has been observed against what was expected, and what the draws are worth under it. */
export function ActualsPanel() {
  const figure = useFigureInQuestion();
  const { fan, result } = useActiveRun();
  const hasObservations = (result?.observations ?? []).length > 0;
  const question = hasObservations ? { measures: headlineMeasures } : null;
  const answer = useAnswer('analysis.actuals', question, 'draws');
  const { value } = answer;
  const view = useMemo(() => {
    if (figure === null || value === null) return null;
    return actualsView(
      figure.about.start,
      new Map(figure.measures.map((info) => [info.id, info])),
      value,
      fan?.bands,
    );
  }, [figure, value, fan]);
  if (!hasObservations) {
    return (
      <p className="empty">
        This scenario states nothing observed. Write it under actuals: in the text, by measure and date, or
        name a CSV file with the columns date, measure and value.
      </p>
    );
  }
  return (
    <div className={answer.isOld ? 'analysis analysis-old' : 'analysis'}>
      <div className="analysis-tools">
        <WorkState answer={answer} />
      </div>
      {view === null ? null : (
        <>
          <div className="analysis-words">
            <p className={view.refusal === null ? 'analysis-finding' : 'analysis-finding bad'}>
              {view.refusal ?? view.finding}
            </p>
          </div>
          <div className="actuals-body">
            <table className="list-table">
              <thead>
                <tr>
                  <th scope="col">Observed</th>
                  <th scope="col">Month</th>
                  <th scope="col" className="number">
                    Value
                  </th>
                  <th scope="col" className="number">
                    Taken as
                  </th>
                  <th scope="col">Place in the fan</th>
                </tr>
              </thead>
              <tbody>
                {view.rows.map((row) => (
                  <tr key={row.key}>
                    <td title={row.measure}>{row.label}</td>
                    <td>{row.when}</td>
                    <td className="number">{row.value}</td>
                    <td className="number">{row.error}</td>
                    <td className={row.isSurprising ? 'bad' : undefined}>{row.place}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {view.shifts.length === 0 ? null : (
              <table className="list-table actuals-shifts">
                <thead>
                  <tr>
                    <th scope="col">At the end: median (P5 to P95)</th>
                    <th scope="col" className="number">
                      All draws alike
                    </th>
                    <th scope="col" className="number">
                      Weighted by fit
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {view.shifts.map(({ measure, label, before, after }) => (
                    <tr key={measure}>
                      <th scope="row" title={measure}>
                        {label}
                      </th>
                      <td className="number">{before}</td>
                      <td className="number">{after}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        </>
      )}
    </div>
  );
}
