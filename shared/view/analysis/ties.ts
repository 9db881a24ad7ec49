import { capitalise } from '../words.ts';
import type { InputNote } from './answers.ts';

/** An input that is varied, and the keys of those correlated with it. */
export interface Tie {
  readonly input: InputNote;
  readonly tied: readonly string[];
}

/** Says what became of inputs correlated with those that were varied. */
export function tieWords(ties: readonly Tie[], isInDraws: boolean): readonly string[] {
  const what = isInDraws
    ? 'drawn as they would be were it not known, they do not move with it'
    : 'held at their medians, they do not move with it';
  return ties.flatMap(({ input, tied }) =>
    tied.length === 0 ? [] : [`${capitalise(input.label)} is correlated with ${tied.join(', ')}: ${what}.`],
  );
}
