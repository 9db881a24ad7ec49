import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { listing } from '#shared/view/words.ts';

/** How one word of a question is read from its text. */
export interface WordForm<T> {
  /** What is expected, for whoever wrote something else: `a month such as 2030-12`. */
  readonly expected: string;
  /** Null where the text is not of this form. */
  readonly read: (text: string) => T | null;
}

/** The key of a measure, an input or a chart. */
export const name: WordForm<string> = {
  expected: 'a key',
  read: (text) => (text === '' ? null : text),
};

/** A calendar month, `2030-12`. */
export const month: WordForm<string> = {
  expected: 'a month such as 2030-12',
  read: (text) => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null),
};

/** A number in the fixed unit of what it is about. */
export const figure: WordForm<number> = {
  expected: 'a number',
  read: (text) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : null),
};

/** Makes the form of a number between two ends. */
export function figureBetween(least: number, most: number): WordForm<number> {
  return {
    expected: `a number from ${least} to ${most}`,
    read: (text) => {
      const value = figure.read(text);
      return value !== null && value >= least && value <= most ? value : null;
    },
  };
}

/** Makes the form of a whole number between two ends. */
export function count(least: number, most: number): WordForm<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    read: (text) => {
      const value = Number(text);
      return text !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
    },
  };
}

/** Makes the form of one word out of a few. */
export function oneOf<T extends string>(words: readonly T[]): WordForm<T> {
  return {
    expected: `one of ${listing(words)}`,
    read: (text) => words.find((word) => word === text) ?? null,
  };
}

/** Reads one word of a question; the error is a sentence. */
export function readWord<T>(form: WordForm<T>, key: string, text: string): Outcome<T, string> {
  const value = form.read(text);
  return value === null ? fail(`${key}=${text}: ${form.expected} is expected.`) : ok(value);
}
