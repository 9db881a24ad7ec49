import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import { inputText } from '#shared/view/analysis/input-text.ts';
import type { AxisTick } from './plot-frame.tsx';

const ticks = 5;

/** Ticks for an axis of values of an input, evenly from one end to the other. */
export function inputTicks(low: number, high: number, input: InputNote, start: YearMonth): AxisTick[] {
  return Array.from({ length: ticks }, (_, place) => {
    const at = low + ((high - low) * place) / (ticks - 1);
    return { at, label: inputText(at, input, start) };
  });
}
