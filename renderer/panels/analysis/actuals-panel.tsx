import { useMemo } from 'react';
import { actualsView } from '#shared/view/analysis/actuals.ts';
import { useAnswer } from '../../state/analysis/use-answer.ts';
import { useFigureInQuestion } from '../../state/analysis/use-question.ts';
import { WorkState } from './work-state.tsx';

const none: readonly string[] = [];

/** What has been observed against what was expected, and what the draws are worth under it. */
export function ActualsPanel() {
  const figure = useFigureInQuestion();
  const answer = useAnswer('analysis.actuals', figure && { measures: none }, 'draws');
  const { value } = answer;
  const view = useMemo(() => {
    if (figure === null || value === null) return null;
    return actualsView(figure.about.start, new Map(figure.measures.map((info) => [info.id, info])), value);
  }, [figure, value]);
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
        </>
      )}
    </div>
  );
}
