import { doStep, type EditHistory, earliestText, takeBack } from './edit-history.ts';
import { smallestReplacement } from './replacement.ts';

/**
 * Brings a history to a text that may be another than its own. One that it went through, as where a file was left unsaved, is
 * found in it; any other, as of a file that changed meanwhile, becomes one more step, so that nothing before it is lost.
 */
export function rebaseHistory(history: EditHistory, text: string, when: number): EditHistory {
  if (history.text === text) return history;
  return inPast(history, text) ?? inFuture(history, text) ?? stepFurther(history, text, when);
}

function inPast({ text: start, past, future }: EditHistory, wanted: string): EditHistory | null {
  let text = start;
  for (let at = past.length - 1; at >= 0; at -= 1) {
    const step = past[at];
    if (step === undefined) return null;
    text = takeBack(text, step);
    if (text === wanted) return { text, past: past.slice(0, at), future: [...past.slice(at), ...future] };
  }
  return null;
}

function inFuture({ text: start, past, future }: EditHistory, wanted: string): EditHistory | null {
  let text = start;
  for (const [at, step] of future.entries()) {
    text = doStep(text, step);
    if (text === wanted)
      return { text, past: [...past, ...future.slice(0, at + 1)], future: future.slice(at + 1) };
  }
  return null;
}

function stepFurther({ text: before, past }: EditHistory, text: string, when: number): EditHistory {
  const { from, to, text: inserted } = smallestReplacement(before, text);
  const step = { from, removed: before.slice(from, to), inserted, continues: false, when };
  return { text, past: [...past, step], future: [] };
}

/** Puts a history behind one that is known to have gone before it, as where a text was changed before the earlier one was at hand. */
export function continueHistory(earlier: EditHistory, later: EditHistory, when: number): EditHistory {
  const { past } = rebaseHistory(earlier, earliestText(later), when);
  return { ...later, past: [...past, ...later.past] };
}
