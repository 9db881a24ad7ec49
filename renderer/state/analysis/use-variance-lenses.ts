import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import type { Lens } from '#shared/scenario/assist/lenses.ts';
import { figureInDoubt } from '#shared/view/analysis/figure-in-doubt.ts';
import { varianceLenses } from '#shared/view/analysis/variance-lenses.ts';
import { useActiveDocument, useActiveRun, useStores } from '../use-stores.ts';
import { isComplete, useAnswer } from './use-answer.ts';

/** Remarks move the text beneath them, so they wait until the hand has rested well. */
const restMilliseconds = 1_000;

/**
 * Finds what the uncertain inputs of the text on screen drive, from the draws already made; null while these are incomplete, the
 * text has no good answer, or the answer is one about another text.
 */
export function useVarianceLenses(): { readonly text: string; readonly lenses: readonly Lens[] } | null {
  const { focus } = useStores();
  const document = useActiveDocument();
  const run = useActiveRun();
  const chosen = useStore(focus, (state) => state.figure);
  const { result, fan } = run;
  const isStanding = result !== null && !run.isOld && run.edit === document?.edit && isComplete(run);
  const figure = useMemo(
    () =>
      isStanding && result !== null && fan !== null
        ? figureInDoubt(fan.bands, result.projection.months, chosen)
        : null,
    [isStanding, result, fan, chosen],
  );
  const question =
    figure === null
      ? null
      : { of: figure.measure, at: figure.month, method: 'rank' as const, isByMonth: false };
  const { value, isOld } = useAnswer('analysis.sensitivity', question, 'draws', restMilliseconds);
  const [id, text] = [document?.id, document?.text];
  return useMemo(() => {
    if (!isStanding || isOld || result === null || value === null || value.method !== 'rank') return null;
    if (id === undefined || text === undefined) return null;
    const { series, start, months } = result.projection;
    const info = series.find((one) => one.info.id === value.of)?.info;
    return info === undefined
      ? null
      : { text, lenses: varianceLenses({ info, start, months }, value, { id, text }) };
  }, [isStanding, isOld, result, value, id, text]);
}
