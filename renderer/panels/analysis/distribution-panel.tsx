import { useMemo, useState } from 'react';
import type { Threshold } from '#shared/engine/summary/probability.ts';
import { distributionView, probabilityText } from '#shared/view/analysis/distribution.ts';
import { useAnswer } from '../../state/analysis/use-answer.ts';
import { useFigureInQuestion } from '../../state/analysis/use-question.ts';
import { ConditionField } from './condition-field.tsx';
import { DistributionPicture } from './distribution-picture.tsx';
import { FigurePicker } from './figure-picker.tsx';
import { ProbabilityPicture } from './probability-picture.tsx';
import { WorkState } from './work-state.tsx';

/** How a figure is distributed over the draws: histogram, cumulative curve, percentiles, and the probability of a condition. */
export function DistributionPanel() {
  const figure = useFigureInQuestion();
  const [asked, setAsked] = useState<{ readonly of: string; readonly condition: Threshold } | null>(null);
  const about = figure?.about ?? null;
  // A condition on one measure means nothing for another.
  const condition = asked !== null && asked.of === about?.info.id ? asked.condition : null;
  const question = figure && { of: figure.about.info.id, at: figure.month, condition };
  const answer = useAnswer('analysis.distribution', question, 'draws');
  const { value } = answer;
  const view = useMemo(
    () =>
      about === null || value === null || value.of !== about.info.id ? null : distributionView(about, value),
    [about, value],
  );
  if (figure === null || about === null) {
    return <p className="empty">Distributions appear with the first figures.</p>;
  }
  const change = (next: Threshold | null) =>
    setAsked(next === null ? null : { of: about.info.id, condition: next });
  return (
    <div className={answer.isOld ? 'analysis analysis-old' : 'analysis'}>
      <div className="analysis-tools">
        <FigurePicker figure={figure} />
        <ConditionField
          key={about.info.id}
          about={about}
          usual={value?.bands.p50[value.at] ?? 0}
          onChange={change}
        />
        <WorkState answer={answer} />
      </div>
      {view === null || value === null ? (
        <p className="empty">Waiting for the draws…</p>
      ) : (
        <>
          <div className="analysis-words">
            <p className="analysis-finding">
              {value.probability !== null && condition !== null
                ? probabilityText(about, value, condition)
                : view.finding}
            </p>
            <p className="analysis-basis">
              {view.basis}
              {value.nearest === null
                ? ''
                : ` Draw ${value.nearest.draw.toLocaleString('en-US')} stays nearest to the median path.`}
            </p>
          </div>
          <div className="distribution-body">
            <DistributionPicture view={view} />
            {value.probability === null ? null : (
              <ProbabilityPicture probability={value.probability} start={about.start} month={value.at} />
            )}
            <table className="list-table facts">
              <tbody>
                {view.facts.map(({ label, value: text, error }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td className="number">{text}</td>
                    <td className="number facts-error">{error}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}
