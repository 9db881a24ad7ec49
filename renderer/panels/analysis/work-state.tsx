import type { Answer } from '../../state/analysis/use-answer.ts';
import { faultText } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';

/** Says how far an analysis is, offers to stop it, and says what went wrong; takes its room whether or not it speaks. */
export function WorkState({ answer }: { readonly answer: Omit<Answer<unknown>, 'value'> }) {
  const isSlow = useDelayed(answer.isWorking);
  const wrong = answer.fault === null ? null : faultText(answer.fault);
  return (
    <div className="work-state" role="status">
      {isSlow ? (
        <>
          <progress aria-label="Share done" max={1} value={answer.progress} />
          <span className="work-share">{Math.floor(answer.progress * 100)} %</span>
          <Button onClick={answer.cancel}>Stop</Button>
        </>
      ) : null}
      {wrong === null ? null : <span className="bad">{wrong}</span>}
    </div>
  );
}
