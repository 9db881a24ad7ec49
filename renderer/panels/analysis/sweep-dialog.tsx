import { type FormEvent, useMemo, useState } from 'react';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SweepAxis } from '#shared/contract/analysis.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import { sweepView } from '#shared/view/analysis/sweep.ts';
import { pointDraws, sweepSteps } from '#shared/view/analysis/usual-wishes.ts';
import { readStretch } from '../../state/analysis/read-wish.ts';
import { type Question, useAnswer } from '../../state/analysis/use-answer.ts';
import { useFigureInQuestion } from '../../state/analysis/use-question.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { askedMonth } from '../export/asked-month.ts';
import { PinButton } from '../export/pin-button.tsx';
import { sweepPageId } from '../export/pinned-sweep.ts';
import { FamilyPicture } from './family-picture.tsx';
import { FigurePicker } from './figure-picker.tsx';
import { InputPicker, type InputWish } from './input-picker.tsx';
import { SpreadPicture } from './spread-picture.tsx';
import { SweepTable } from './sweep-table.tsx';
import { WorkState } from './work-state.tsx';

const whatAt = [
  { value: 'centrally', label: 'On the central path' },
  { value: 'in draws', label: 'Over draws' },
] as const;
const noWish: InputWish = { key: '', low: '', high: '' };
const noInputs: readonly InputNote[] = [];

/** What a measure becomes over values of one input, month by month, or of two inputs at one month. */
export function SweepDialog({ onClose }: { readonly onClose: () => void }) {
  const figure = useFigureInQuestion();
  const inputs = useAnswer('analysis.inputs', {}).value?.inputs ?? noInputs;
  const [first, setFirst] = useState(noWish);
  const [second, setSecond] = useState(noWish);
  const [where, setWhere] = useState<(typeof whatAt)[number]['value']>('centrally');
  const [wrong, setWrong] = useState<string | null>(null);
  const [asked, setAsked] = useState<Question<'analysis.sweep'> | null>(null);
  const answer = useAnswer('analysis.sweep', asked);
  const { value } = answer;
  const about = figure?.about ?? null;
  const view = useMemo(
    () => (about === null || value === null || value.of !== about.info.id ? null : sweepView(about, value)),
    [about, value],
  );
  if (figure === null || about === null) return null;
  const firstKey = first.key === '' ? (inputs[0]?.key ?? '') : first.key;
  const axisOf = (wish: InputWish, count: number): Outcome<SweepAxis, string> => {
    const note = inputs.find(({ key }) => key === wish.key);
    if (note === undefined) return fail('Choose an input.');
    const stretch = readStretch(note, wish, about.start);
    return stretch.ok ? ok({ input: note.key, ...stretch.value, steps: count }) : stretch;
  };
  const compute = (event: FormEvent) => {
    event.preventDefault();
    const count = second.key === '' ? sweepSteps.one : sweepSteps.two;
    const across = axisOf({ ...first, key: firstKey }, count);
    const down = second.key === '' ? ok(null) : axisOf(second, count);
    setWrong(!across.ok ? across.error : !down.ok ? down.error : null);
    if (!across.ok || !down.ok) return;
    const axes = { first: across.value, second: down.value };
    const spread = where === 'in draws' ? { draws: pointDraws.usual } : {};
    setAsked({ of: about.info.id, at: figure.month, ...axes, ...spread });
  };
  return (
    <Dialog
      title="Sweep"
      about="What becomes of a measure over values of one input, or of two? Everything else stays as the text says."
      size="wide"
      onClose={onClose}
    >
      <form className="what-if" onSubmit={compute}>
        <div className="what-if-row">
          <span className="what-if-label">Show</span>
          <FigurePicker figure={figure} />
        </div>
        <InputPicker
          label="over"
          inputs={inputs}
          start={about.start}
          wish={{ ...first, key: firstKey }}
          onChange={setFirst}
        />
        <InputPicker
          label="and"
          none="no second input"
          inputs={inputs}
          start={about.start}
          wish={second}
          onChange={setSecond}
        />
        <div className="what-if-row">
          <span className="what-if-label">Computed</span>
          <Segmented label="Computed" segments={whatAt} value={where} onChange={setWhere} />
        </div>
        <div className="what-if-row">
          <Button kind="main" type="submit">
            Compute
          </Button>
          <span className="bad">{wrong}</span>
          <WorkState answer={answer} />
          {view === null || asked === null ? null : (
            <PinButton
              page={sweepPageId(asked, askedMonth(about.start, figure.months, asked.at ?? figure.month))}
            />
          )}
        </div>
      </form>
      <div className={answer.isOld ? 'what-if-answer analysis-old' : 'what-if-answer'}>
        {view === null || value === null ? null : (
          <>
            <div className="analysis-words">
              <p className="analysis-finding">{view.finding}</p>
              {view.details.map((detail) => (
                <p key={detail} className="analysis-basis">
                  {detail}
                </p>
              ))}
            </div>
            {value.second === null ? (
              <div className="what-if-picture">
                {value.inDraws === null ? (
                  <FamilyPicture about={about} result={value} view={view} />
                ) : (
                  <SpreadPicture about={about} result={value} inDraws={value.inDraws} view={view} />
                )}
              </div>
            ) : null}
            <SweepTable result={value} view={view} />
          </>
        )}
      </div>
      <div className="dialog-actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
