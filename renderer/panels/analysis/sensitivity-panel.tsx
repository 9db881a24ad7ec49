import { useMemo, useState } from 'react';
import { question as pageQuestion, questionText } from '#shared/export/questions/question-text.ts';
import type { SensitivityMethod } from '#shared/view/analysis/answers.ts';
import { sensitivityView } from '#shared/view/analysis/sensitivity.ts';
import { useAnswer } from '../../state/analysis/use-answer.ts';
import { useFigureInQuestion } from '../../state/analysis/use-question.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { askedMonth } from '../export/asked-month.ts';
import { PinButton } from '../export/pin-button.tsx';
import { FigurePicker } from './figure-picker.tsx';
import { RiverPicture } from './river-picture.tsx';
import { SensitivityTable } from './sensitivity-table.tsx';
import { WorkState } from './work-state.tsx';

const methods: readonly { value: SensitivityMethod; label: string; title: string }[] = [
  { value: 'rank', label: 'Rank', title: 'Rank correlation, from the draws already made' },
  { value: 'tornado', label: 'Tornado', title: 'Each input alone, from P10 to P90' },
  { value: 'sobol', label: 'Sobol', title: 'Share of variance, alone and with interactions' },
];

/** Which uncertain inputs a figure depends on: a table with bars, and by month as a river. */
export function SensitivityPanel() {
  const figure = useFigureInQuestion();
  const [method, setMethod] = useState<SensitivityMethod>('rank');
  const question = figure && { of: figure.about.info.id, at: figure.month, method, isByMonth: true };
  const answer = useAnswer('analysis.sensitivity', question, method === 'rank' ? 'draws' : 'text');
  const about = figure?.about ?? null;
  const { value } = answer;
  const view = useMemo(
    () =>
      about === null || value === null || value.of !== about.info.id ? null : sensitivityView(about, value),
    [about, value],
  );
  if (figure === null) return <p className="empty">Sensitivity appears with the first figures.</p>;
  const asked = {
    of: figure.about.info.id,
    at: askedMonth(figure.about.start, figure.months, figure.month),
  };
  return (
    <div className={answer.isOld ? 'analysis analysis-old' : 'analysis'}>
      <div className="analysis-tools">
        <FigurePicker figure={figure} />
        <Segmented label="Method" segments={methods} value={method} onChange={setMethod} />
        <WorkState answer={answer} />
        {view === null ? null : (
          <span className="pins">
            <PinButton
              what="the inputs by what they matter"
              page={questionText(
                method === 'tornado'
                  ? pageQuestion('tornado', asked)
                  : pageQuestion('sensitivity', { ...asked, method }),
              )}
            />
            {view.river === null ? null : (
              <PinButton
                what="month by month"
                page={questionText(pageQuestion('river', { of: asked.of, method }))}
              />
            )}
          </span>
        )}
      </div>
      {view === null ? (
        <p className="empty">Working out which inputs matter…</p>
      ) : (
        <>
          <div className="analysis-words">
            <p className="analysis-finding">{view.finding}</p>
            <p className="analysis-basis">
              {[view.basis, view.hatching].join(' ').trimEnd()}
              {view.warning === null ? null : <span className="analysis-warning"> {view.warning}</span>}
            </p>
          </div>
          <div className="sensitivity-body">
            <SensitivityTable view={view} />
            {view.river === null ? null : (
              <RiverPicture river={view.river} start={figure.about.start} month={value?.at ?? figure.month} />
            )}
          </div>
        </>
      )}
    </div>
  );
}
