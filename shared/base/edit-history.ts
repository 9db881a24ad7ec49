/** One change of a text that can be taken back: what stood at an offset gave way to other words. */
export interface EditStep {
  readonly from: number;
  readonly removed: string;
  readonly inserted: string;
  /** Whether it is taken back together with the step before, as the letters of a word are. */
  readonly continues: boolean;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** A text with the steps that led to it, oldest first, and those that were taken back, the next to be done again first. */
export interface EditHistory {
  readonly text: string;
  readonly past: readonly EditStep[];
  readonly future: readonly EditStep[];
}

/** Does a step. */
export function doStep(text: string, { from, removed, inserted }: EditStep): string {
  return text.slice(0, from) + inserted + text.slice(from + removed.length);
}

/** Takes a step back. */
export function takeBack(text: string, { from, removed, inserted }: EditStep): string {
  return text.slice(0, from) + removed + text.slice(from + inserted.length);
}

/** Gives the text a history begins with. */
export function earliestText({ text, past }: EditHistory): string {
  return past.reduceRight(takeBack, text);
}

/** Gives the part of a history that fits its text: from the first step on that speaks of words that are not there, none is kept. */
export function soundHistory({ text, past, future }: EditHistory): EditHistory {
  let earlier = text;
  let first = past.length;
  for (let step = past[first - 1]; step !== undefined; step = past[first - 1]) {
    if (!stands(earlier, step.from, step.inserted)) break;
    earlier = takeBack(earlier, step);
    first -= 1;
  }
  let later = text;
  let count = 0;
  for (const step of future) {
    if (!stands(later, step.from, step.removed)) break;
    later = doStep(later, step);
    count += 1;
  }
  return { text, past: past.slice(first), future: future.slice(0, count) };
}

function stands(text: string, from: number, words: string): boolean {
  return Number.isInteger(from) && from >= 0 && from <= text.length && text.startsWith(words, from);
}
