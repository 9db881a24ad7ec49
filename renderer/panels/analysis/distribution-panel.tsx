import { formatNumber } from '#shared/view/format.ts';
import { useDistribution } from '../../state/analysis/use-distribution.ts';
import { useFigureInQuestion } from '../../state/analysis/use-question.ts';
import { ConditionField } from './condition-field.tsx';
import { DistributionFacts } from './distribution-facts.tsx';
import { DistributionPicture } from './distribution-picture.tsx';
import { DistributionPins } from './distribution-pins.tsx';
import { FigurePicker } from './figure-picker.tsx';
import { ProbabilityPicture } from './probability-picture.tsx';
import { WorkState } from './work-state.tsx';

/** How a figure is distributed over the draws: histogram, cumulative curve, percentiles, and the probability of a condition. */
export function DistributionPanel() {
  const figure = useFigureInQuestion();
  const { answer, value, view, likelihood, condition, setCondition } = useDistribution(figure);
  if (figure === null) {
    return <p className="empty">Distributions appear with the first figures.</p>;
  }
  const { about } = figure;
  return (
    <div className={answer.isOld ? 'analysis analysis-old' : 'analysis'}>
      <div className="analysis-tools">
        <FigurePicker figure={figure} />
        <ConditionField
          key={about.info.id}
          about={about}
          usual={value?.bands.p50[value.at] ?? 0}
          onChange={setCondition}
        />
        <WorkState answer={answer} />
        {view === null ? null : <DistributionPins figure={figure} condition={condition} />}
      </div>
      {view === null || value === null ? (
        <p className="empty">Waiting for the draws…</p>
      ) : (
        <>
          <div className="analysis-words">
            <p className="analysis-finding">{likelihood ?? view.finding}</p>
            <p className="analysis-basis">
              {view.basis}
              {value.nearest === null
                ? ''
                : ` Draw ${formatNumber(value.nearest.draw, 0)} stays nearest to the median path.`}
            </p>
          </div>
          <div className="distribution-body">
            <DistributionPicture view={view} />
            {value.probability === null ? null : (
              <ProbabilityPicture probability={value.probability} start={about.start} month={value.at} />
            )}
            <DistributionFacts view={view} />
          </div>
        </>
      )}
    </div>
  );
}
