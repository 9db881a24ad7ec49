import { speller } from './speller.ts';
import type { Spread } from './spread.ts';

const digits = 3;

/** Says a value in the unit a quantity is written in, to three digits: for what is computed and nobody wrote. */
export function sayValue(spread: Spread, value: number): string {
  const spell = speller(spread, value);
  if (!Number.isFinite(value)) return '–';
  if (spread.dimension === 'date') return spell.one(value);
  return spell.one(Number((value / spell.scale).toPrecision(digits)) * spell.scale);
}
