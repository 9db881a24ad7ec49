import { closest } from './text/closest.ts';

/** Finds the name a person most likely meant; `takeOrPay` and `take_or_pay` count as `take-or-pay`. */
export function nearest(met: string, candidates: readonly string[]): string | null {
  const plain = lettersAndDigits(met);
  return candidates.find((candidate) => lettersAndDigits(candidate) === plain) ?? closest(met, candidates);
}

function lettersAndDigits(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}
