import { type FormEvent, useMemo, useState } from 'react';
import { valueOfDimension } from '#shared/scenario/formula/value-in-unit.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import { readFigure } from '#shared/view/analysis/read-figure.ts';
import { seekView } from '#shared/view/analysis/seek.ts';
import { pointDraws } from '#shared/view/analysis/usual-wishes.ts';
import { readStretch } from '../../state/analysis/read-wish.ts';
import { type Question, useAnswer } from '../../state/analysis/use-answer.ts';
import { useFigureInQuestion } from '../../state/analysis/use-question.ts';
import { useWriteInput } from '../../state/analysis/use-write-input.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { askedMonth } from '../export/asked-month.ts';
import { PinButton } from '../export/pin-button.tsx';
import { seekPageId } from '../export/pinned-sweep.ts';
import { FigurePicker } from './figure-picker.tsx';
import { InputPicker, type InputWish } from './input-picker.tsx';
import { TriedPicture } from './tried-picture.tsx';
import { WorkState } from './work-state.tsx';

type Sought = Question<'analysis.seek'>;

const whereTo = [
  { value: 'centrally', label: 'On the central path' },
  { value: 'in draws', label: 'In a share of draws' },
] as const;
const sides = [
  { value: 'at-least', label: 'at least' },
  { value: 'at-most', label: 'at most' },
] as const;
const noInputs: readonly InputNote[] = [];

/** Goal seek: which value of an input brings a measure to a target, centrally or in a share of the draws. */
export function SeekDialog({ onClose }: { readonly onClose: () => void }) {
  const figure = useFigureInQuestion();
  const inputs = useAnswer('analysis.inputs', {}).value?.inputs ?? noInputs;
  const [wish, setWish] = useState<InputWish>({ key: '', low: '', high: '' });
  const [target, setTarget] = useState('');
  const [where, setWhere] = useState<(typeof whereTo)[number]['value']>('centrally');
  const [share, setShare] = useState('90 %');
  const [side, setSide] = useState<'at-least' | 'at-most'>('at-least');
  const [wrong, setWrong] = useState<string | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const answer = useAnswer('analysis.seek', sought);
  const writeInput = useWriteInput();
  const key = wish.key === '' ? (inputs[0]?.key ?? '') : wish.key;
  const note = inputs.find((one) => one.key === key);
  const { value } = answer;
  const about = figure?.about ?? null;
  const view = useMemo(
    () =>
      about === null || value === null || sought === null || sought.of !== about.info.id
        ? null
        : seekView(about, value, sought),
    [about, value, sought],
  );
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (figure === null || about === null || note === undefined) return;
    const { info, start } = about;
    const goal = readFigure(target, about);
    const stretch = readStretch(note, wish, start);
    const part = valueOfDimension(share, 'share', start);
    const fault = [goal, stretch, ...(where === 'in draws' ? [part] : [])].find((one) => !one.ok);
    setWrong(fault === undefined || fault.ok ? null : fault.error);
    if (!goal.ok || !stretch.ok || (where === 'in draws' && !part.ok)) return;
    const inDraws =
      where === 'in draws' && part.ok ? { share: part.value, side, draws: pointDraws.usual } : null;
    setSought({
      of: info.id,
      at: figure.month,
      input: note.key,
      target: goal.value,
      ...stretch.value,
      inDraws,
    });
  };
  if (figure === null || about === null) return null;
  return (
    <Dialog
      title="Goal seek"
      about="Which value of an input brings a measure to a target? Everything else stays as the text says."
      size="wide"
      onClose={onClose}
    >
      <form className="what-if" onSubmit={find}>
        <div className="what-if-row">
          <span className="what-if-label">Bring</span>
          <FigurePicker figure={figure} />
          <span>to</span>
          <input
            aria-label="Target"
            aria-invalid={wrong !== null}
            placeholder={about.info.unit === 'USD' ? '$100B' : `value in ${about.info.unit}`}
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          />
        </div>
        <InputPicker
          label="by changing"
          inputs={inputs}
          start={about.start}
          wish={{ ...wish, key }}
          onChange={setWish}
        />
        <div className="what-if-row">
          <span className="what-if-label">Reached</span>
          <Segmented label="Reached" segments={whereTo} value={where} onChange={setWhere} />
          {where === 'centrally' ? null : (
            <>
              <input
                aria-label="Share of draws"
                value={share}
                onChange={(event) => setShare(event.target.value)}
              />
              <span>of draws, with</span>
              <Segmented label="Side" segments={sides} value={side} onChange={setSide} />
              <span>the target</span>
            </>
          )}
        </div>
        <div className="what-if-row">
          <Button kind="main" type="submit">
            Find
          </Button>
          <span className="bad">{wrong}</span>
          <WorkState answer={answer} />
          {view === null || sought === null ? null : (
            <PinButton
              page={seekPageId(sought, askedMonth(about.start, figure.months, sought.at ?? figure.month))}
            />
          )}
        </div>
      </form>
      <div className={answer.isOld ? 'what-if-answer analysis-old' : 'what-if-answer'}>
        {view === null || value === null || sought === null ? null : (
          <>
            <div className="analysis-words">
              <p className="analysis-finding">{view.finding}</p>
              {view.details.map((detail) => (
                <p key={detail} className="analysis-basis">
                  {detail}
                </p>
              ))}
            </div>
            <div className="what-if-picture">
              <TriedPicture about={about} result={value} target={sought.target} />
            </div>
          </>
        )}
      </div>
      <div className="dialog-actions">
        {view?.values.slice(0, 3).map((found) => (
          <Button
            key={found.value}
            onClick={() => {
              if (value !== null) writeInput(value.input, found.value);
              onClose();
            }}
          >
            Write {found.text} into the text
          </Button>
        ))}
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
