import type { Threshold } from '#shared/engine/summary/probability.ts';
import { question, questionText } from '#shared/export/questions/question-text.ts';
import type { FigureInQuestion } from '../../state/analysis/use-question.ts';
import { askedMonth } from '../export/asked-month.ts';
import { PinButton } from '../export/pin-button.tsx';

interface DistributionPinsProps {
  readonly figure: FigureInQuestion;
  /** What is asked about besides; null where nothing is. */
  readonly condition: Threshold | null;
}

/** Pins what is shown of a distribution: itself, and the probability of a condition month by month. */
export function DistributionPins({ figure, condition }: DistributionPinsProps) {
  const { about, months, month } = figure;
  const asked = { of: about.info.id, at: askedMonth(about.start, months, month) };
  return (
    <span className="pins">
      <PinButton what="the distribution" page={questionText(question('distribution', asked))} />
      {condition === null ? null : (
        <PinButton
          what="the probability by month"
          page={questionText(
            question('probability', {
              ...asked,
              [condition.comparison === 'at-least' ? 'least' : 'most']: condition.value,
            }),
          )}
        />
      )}
    </span>
  );
}
