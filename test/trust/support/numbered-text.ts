import { randomWith } from '../../support/mutate-text.ts';

/** A text that is known to be whole by looking at it alone: its number gives every character. Up to 60 kB. */
export function numberedText(number: number): string {
  const random = randomWith(number);
  const lines = Math.floor(random() ** 3 * 1_500) + 1;
  const body = Array.from(
    { length: lines },
    (_, line) => `  line-${line}: ${Math.floor(random() * 1e9)} # ünïcödé`,
  );
  return `title: number ${number}\nbody:\n${body.join('\n')}\n`;
}

/** The number of a text, or null for one that is cut off, mixed or damaged. */
export function numberOf(text: string): number | null {
  const number = Number(/^title: number (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
  return Number.isInteger(number) && numberedText(number) === text ? number : null;
}
