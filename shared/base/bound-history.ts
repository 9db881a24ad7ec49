import type { EditHistory, EditStep } from './edit-history.ts';

/** Most steps and characters of a history. */
export interface HistoryLimits {
  readonly steps: number;
  readonly characters: number;
}

/**
 * Gives a history that is short enough to be kept: letters that are taken back together become one step, then the oldest
 * steps go, and of those that were taken back the latest.
 */
export function boundHistory({ text, past, future }: EditHistory, limits: HistoryLimits): EditHistory {
  const kept = nearest(joined(past).toReversed(), limits).toReversed();
  const left = {
    steps: limits.steps - kept.length,
    characters: limits.characters - kept.reduce((sum, step) => sum + sizeOf(step), 0),
  };
  return { text, past: kept, future: nearest(joined(future), left) };
}

/** Says whether a step goes on with the word, or the deleting, of the step before. */
export function goesOn(before: EditStep, step: EditStep): boolean {
  const isTyping = before.removed === '' && step.removed === '';
  if (isTyping) {
    const isAtEnd = step.from === before.from + before.inserted.length;
    return isAtEnd && isInWord(step.inserted) && !/\s$/.test(before.inserted);
  }
  const isDeleting = before.inserted === '' && step.inserted === '';
  const isBackwards = step.from + step.removed.length === before.from;
  return isDeleting && (isBackwards || step.from === before.from) && !step.removed.includes('\n');
}

function isInWord(text: string): boolean {
  return !text.includes('\n') && (text.length === 1 || !/\s/.test(text));
}

function nearest(steps: readonly EditStep[], limits: HistoryLimits): readonly EditStep[] {
  let characters = 0;
  const end = steps.findIndex((step, at) => {
    characters += sizeOf(step);
    return at >= limits.steps || characters > limits.characters;
  });
  return end === -1 ? steps : steps.slice(0, end);
}

function sizeOf({ removed, inserted }: EditStep): number {
  return removed.length + inserted.length;
}

function joined(steps: readonly EditStep[]): readonly EditStep[] {
  const all: EditStep[] = [];
  for (const step of steps) {
    const before = all.at(-1);
    const both = before !== undefined && step.continues ? join(before, step) : null;
    if (both === null) all.push(step);
    else all[all.length - 1] = both;
  }
  return all;
}

/** Two steps as one that does the same, where they touch; null where they do not. */
function join(before: EditStep, step: EditStep): EditStep | null {
  const { from, removed, inserted, continues } = before;
  const one = { continues, when: step.when };
  if (step.from === from && step.removed === inserted)
    return { ...one, from, removed, inserted: step.inserted };
  if (step.from === from + inserted.length)
    return { ...one, from, removed: removed + step.removed, inserted: inserted + step.inserted };
  if (inserted === '' && step.inserted === '' && step.from + step.removed.length === from)
    return { ...one, from: step.from, removed: step.removed + removed, inserted: '' };
  return null;
}
